package dev.mltest.experiment;

import dev.mltest.evidence.CurvaturesEvidence.Curvature;
import dev.mltest.evidence.Price;
import dev.mltest.model.NamedTensors;

import java.util.function.DoubleUnaryOperator;

/**
 * The second derivative of a loss between two directions, three times over: by central differences
 * of the gradient in either order, and by the mixed difference of the loss
 *
 * <pre>(L(u + v) - L(u - v) - L(v - u) + L(-u - v)) / 4 h h,</pre>
 *
 * each at a step and at half of it, extrapolated (Richardson). Steps are the third and fourth root
 * of the type's epsilon, which balance truncation and round-off of first and second differences.
 */
final class CurvatureBetween {

    /** For one pair. */
    static final Price PRICE = Price.gradients(8).plus(Price.forwards(8));

    private static final double ROUND_OFF = 4;

    private final LossAround around;
    private final NamedTensors u;
    private final NamedTensors v;
    private final double epsilon;

    CurvatureBetween(LossAround around, NamedTensors u, NamedTensors v, double epsilon) {
        this.around = around;
        this.u = u;
        this.v = v;
        this.epsilon = epsilon;
    }

    Curvature measured(double loss) {
        Extrapolated oneWay = new Extrapolated(step -> change(u, v, step), Math.cbrt(epsilon));
        Extrapolated otherWay = new Extrapolated(step -> change(v, u, step), Math.cbrt(epsilon));
        double wide = Math.sqrt(Math.sqrt(epsilon));
        Extrapolated byLoss = new Extrapolated(this::mixed, wide);
        double roundOff = ROUND_OFF * epsilon * Math.abs(loss) / (wide * wide / 4);
        return new Curvature(
                oneWay.value(),
                otherWay.value(),
                byLoss.value(),
                oneWay.doubt() + otherWay.doubt() + byLoss.doubt() + roundOff);
    }

    /** How the slope along one direction changes along another. */
    private double change(NamedTensors slope, NamedTensors along, double step) {
        return (around.gradientAt(along, step).along(slope)
                        - around.gradientAt(along, -step).along(slope))
                / (2 * step);
    }

    private double mixed(double step) {
        NamedTensors sum = u.map((name, part) -> part.plusScaled(v.get(name), 1));
        NamedTensors difference = u.map((name, part) -> part.plusScaled(v.get(name), -1));
        return (around.lossAt(sum, step)
                        - around.lossAt(difference, step)
                        - around.lossAt(difference, -step)
                        + around.lossAt(sum, -step))
                / (4 * step * step);
    }

    private record Extrapolated(double wide, double narrow) {

        Extrapolated(DoubleUnaryOperator difference, double step) {
            this(difference.applyAsDouble(step), difference.applyAsDouble(step / 2));
        }

        double value() {
            return (4 * narrow - wide) / 3;
        }

        double doubt() {
            return Math.abs(wide - narrow);
        }
    }
}
