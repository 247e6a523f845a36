package dev.mltest.relation;

import java.util.Arrays;

/**
 * Pairs two lists of slices so that the worst pair is as close as possible: the bottleneck
 * assignment, by bisection over the distances that occur and augmenting paths (Kuhn's method).
 */
final class Matching {

    private final double[][] distances;
    private final int[] partnerOfActual;

    private Matching(double[][] distances) {
        this.distances = distances;
        this.partnerOfActual = new int[distances.length];
    }

    /** Distance of the worst pair under the best pairing; NaN if none is without NaN. */
    static double distance(double[][] expected, double[][] actual) {
        double[][] distances = new double[expected.length][expected.length];
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < actual.length; j++) {
                distances[i][j] = Distance.largest(expected[i], actual[j]);
            }
        }
        return new Matching(distances).bottleneck();
    }

    private double bottleneck() {
        double[] limits = Arrays.stream(distances)
                .flatMapToDouble(Arrays::stream)
                .filter(distance -> !Double.isNaN(distance))
                .sorted()
                .distinct()
                .toArray();
        int low = 0;
        int high = limits.length;
        while (low < high) {
            int middle = (low + high) / 2;
            boolean pairs = pairsAllWithin(limits[middle]);
            high = pairs ? middle : high;
            low = pairs ? low : middle + 1;
        }
        double empty = distances.length == 0 ? 0 : Double.NaN;
        return low < limits.length ? limits[low] : empty;
    }

    private boolean pairsAllWithin(double limit) {
        Arrays.fill(partnerOfActual, -1);
        for (int i = 0; i < distances.length; i++) {
            if (!augments(i, limit, new boolean[distances.length])) {
                return false;
            }
        }
        return true;
    }

    private boolean augments(int expected, double limit, boolean[] tried) {
        for (int actual = 0; actual < tried.length; actual++) {
            if (tried[actual] || !(distances[expected][actual] <= limit)) {
                continue;
            }
            tried[actual] = true;
            if (partnerOfActual[actual] < 0 || augments(partnerOfActual[actual], limit, tried)) {
                partnerOfActual[actual] = expected;
                return true;
            }
        }
        return false;
    }
}
