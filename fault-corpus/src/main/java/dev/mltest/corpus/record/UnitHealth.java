package dev.mltest.corpus.record;

import java.util.Arrays;
import java.util.function.Predicate;

/** Which of a layer's units do nothing, or always the same. */
final class UnitHealth {

    private static final double MAJORITY = 0.95;
    private static final double DEAD = 1e-5;
    private static final double SILENT = 0.99;
    private static final int BINS = 50;
    private static final double SATURATED = 0.85;

    private UnitHealth() {}

    static double dead(double[][] units) {
        return share(units, UnitHealth::isDead);
    }

    static double silent(double[][] units) {
        return share(
                units,
                values -> Arrays.stream(values).filter(value -> value == 0).count()
                        > SILENT * values.length);
    }

    /** In a range with two ends; NaN counts as saturated. */
    static double saturated(double[][] units, double low, double high) {
        return share(units, values -> !(saturation(values, low, high) <= SATURATED));
    }

    private static double share(double[][] units, Predicate<double[]> condition) {
        return Arrays.stream(units).filter(condition).count() / (double) Math.max(1, units.length);
    }

    /** Whether the 95th percentile of the absolute values is below the limit. */
    private static boolean isDead(double[] values) {
        long small = 0;
        for (double value : values) {
            small += Math.abs(value) < DEAD ? 1 : 0;
        }
        return small > (int) (MAJORITY * (values.length - 1));
    }

    /** Mean distance of the bins' means from the middle of the range, 1 at its ends. */
    private static double saturation(double[] values, double low, double high) {
        double[] sums = new double[BINS];
        for (double value : values) {
            double place = (value - low) / (high - low);
            int bin = (int) Math.min(BINS - 1, Math.max(0, place * BINS));
            sums[bin] += 2 * place - 1;
        }
        return Arrays.stream(sums).map(Math::abs).sum() / values.length;
    }
}
