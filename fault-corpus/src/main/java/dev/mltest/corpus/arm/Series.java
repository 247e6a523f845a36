package dev.mltest.corpus.arm;

import java.util.List;
import java.util.stream.IntStream;

/** Questions to a list of numbers in the order in which they were taken. */
final class Series {

    private Series() {}

    /** Means of that many neighbours; a rest is left out. */
    static List<Double> means(List<Double> values, int length) {
        return IntStream.range(0, values.size() / length)
                .mapToObj(i -> values.subList(i * length, (i + 1) * length).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .toList();
    }

    /** Whether anywhere that many steps in a row multiply by at least the factor. */
    static boolean grows(List<Double> values, double factor, int steps) {
        return runs(values, steps, (before, after) -> before > 0 && after >= factor * before);
    }

    /** Whether anywhere that many steps in a row multiply by at most the factor. */
    static boolean shrinks(List<Double> values, double factor, int steps) {
        return runs(values, steps, (before, after) -> before > 0 && after <= factor * before);
    }

    /** Whether anywhere that many steps in a row satisfy a condition on both ends. */
    static boolean runs(List<Double> values, int steps, Step condition) {
        int row = 0;
        for (int i = 1; i < values.size(); i++) {
            row = condition.holds(values.get(i - 1), values.get(i)) ? row + 1 : 0;
            if (row >= steps) {
                return true;
            }
        }
        return false;
    }

    /** Pearson's correlation; 0 if either list is constant. */
    static double correlation(List<Double> one, List<Double> other) {
        double oneMean = mean(one);
        double otherMean = mean(other);
        double joint = 0;
        double oneSquares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.size(); i++) {
            double left = one.get(i) - oneMean;
            double right = other.get(i) - otherMean;
            joint += left * right;
            oneSquares += left * left;
            otherSquares += right * right;
        }
        double norm = Math.sqrt(oneSquares * otherSquares);
        return norm == 0 ? 0 : joint / norm;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    static double variance(List<Double> values) {
        double mean = mean(values);
        return mean(
                values.stream().map(value -> (value - mean) * (value - mean)).toList());
    }

    /** A condition on a number and the next one. */
    @FunctionalInterface
    interface Step {
        boolean holds(double before, double after);
    }
}
