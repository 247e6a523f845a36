package dev.mltest.experiment;

import java.util.Map;

/**
 * The first step of one parameter in two processes, compared where its direction is settled: an
 * optimiser that divides by the gradient's size turns the round-off of a gradient that is nearly
 * zero into a whole step.
 *
 * @param fewer numbers of the one process
 * @param more numbers of the other
 * @param place the parameter
 */
record SettledSteps(Map<String, double[]> fewer, Map<String, double[]> more, String place) {

    private static final double SETTLED = 1000;

    /** Largest difference of an element whose gradient is far above its own difference. */
    double distance() {
        double[] one = of(fewer, "STEP ");
        double[] other = of(more, "STEP ");
        double[] gradient = of(fewer, "GRADIENT ");
        double[] again = of(more, "GRADIENT ");
        double[] unit = of(fewer, FirstNumbers.UNIT + "GRADIENT ");
        double largest = one.length == other.length ? 0 : Double.NaN;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            double least = SETTLED * Math.max(unit[0], Math.abs(gradient[i] - again[i]));
            if (Math.abs(gradient[i]) > least) {
                largest = Math.max(largest, Math.abs(one[i] - other[i]));
            }
        }
        return largest;
    }

    private double[] of(Map<String, double[]> numbers, String kind) {
        return numbers.getOrDefault(kind + place, new double[] {});
    }
}
