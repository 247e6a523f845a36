package dev.mltest.experiment;

import dev.mltest.evidence.Slope;

import java.util.function.DoubleUnaryOperator;

/**
 * Measures the slope of a loss along a line by central differences at a step and at half of it.
 * Where they agree to the fourth order, their combination (4 D(h/2) - D(h)) / 3 is that of
 * Richardson. A first step of the cube root of the type's epsilon balances truncation and round-off
 * of a function whose third derivative is its own size; from what is seen there the step is chosen
 * anew, and the estimate that is less uncertain counts.
 */
final class SlopeAlong {

    /** Losses taken for one slope. */
    static final int EVALUATIONS = 8;

    private static final double MOST_CHANGE = 64;
    private static final double ROUND_OFF = 4;
    private static final double KINK = 0.75;

    private final DoubleUnaryOperator loss;
    private final double here;
    private final double epsilon;

    SlopeAlong(DoubleUnaryOperator loss, double here, double epsilon) {
        this.loss = loss;
        this.here = here;
        this.epsilon = epsilon;
    }

    Slope of(double analytic) {
        double usual = Math.cbrt(epsilon);
        Estimate first = estimate(usual);
        Estimate second = estimate(first.betterStep());
        Estimate best = second.uncertainty() < first.uncertainty() ? second : first;
        return best.slope(analytic);
    }

    private Estimate estimate(double step) {
        return new Estimate(
                step,
                loss.applyAsDouble(step),
                loss.applyAsDouble(-step),
                loss.applyAsDouble(step / 2),
                loss.applyAsDouble(-step / 2));
    }

    private final class Estimate {

        private final double step;
        private final double right;
        private final double left;
        private final double nearRight;
        private final double nearLeft;

        Estimate(double step, double right, double left, double nearRight, double nearLeft) {
            this.step = step;
            this.right = right;
            this.left = left;
            this.nearRight = nearRight;
            this.nearLeft = nearLeft;
        }

        private double wide() {
            return (right - left) / (2 * step);
        }

        private double narrow() {
            return (nearRight - nearLeft) / step;
        }

        private double roundOff() {
            double size = Math.max(Math.abs(here), Math.max(Math.abs(right), Math.abs(left)));
            return ROUND_OFF * epsilon * size / step;
        }

        double uncertainty() {
            double both = Math.abs(wide() - narrow()) + roundOff();
            return Double.isNaN(both) ? Double.POSITIVE_INFINITY : both;
        }

        /** Where truncation, by the third derivative seen here, is as large as round-off. */
        double betterStep() {
            double third = 8 * Math.abs(wide() - narrow()) / (step * step);
            double best = Math.cbrt(3 * epsilon * Math.max(Math.abs(here), 1e-12) / third);
            double wanted = Double.isFinite(best) ? best : step * MOST_CHANGE;
            return Math.max(step / MOST_CHANGE, Math.min(step * MOST_CHANGE, wanted));
        }

        Slope slope(double analytic) {
            double jump = (right - 2 * here + left) / step;
            double nearJump = (nearRight - 2 * here + nearLeft) / (step / 2);
            boolean bends = Math.abs(nearJump) > KINK * Math.abs(jump)
                    && Math.abs(nearJump) > 8 * roundOff();
            return new Slope(
                    analytic,
                    (4 * narrow() - wide()) / 3,
                    uncertainty(),
                    (here - nearLeft) / (step / 2),
                    (nearRight - here) / (step / 2),
                    bends,
                    step);
        }
    }
}
