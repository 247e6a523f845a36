package dev.mltest.corpus.record;

import java.util.Arrays;

/**
 * What is kept of many numbers. All but the counts is taken over the finite ones; 0 if there is
 * none.
 *
 * @param count how many
 * @param nonFinite how many are NaN or infinite
 * @param zeroShare share of the finite ones that are exactly 0
 * @param min smallest
 * @param max largest
 * @param mean mean
 * @param meanAbs mean absolute value
 * @param std standard deviation
 */
public record Spread(
        long count,
        long nonFinite,
        double zeroShare,
        double min,
        double max,
        double mean,
        double meanAbs,
        double std) {

    /** Of these numbers. */
    public static Spread of(double... values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        int lost = values.length - finite.length;
        if (finite.length == 0) {
            return new Spread(values.length, lost, 0, 0, 0, 0, 0, 0);
        }
        double mean = mean(finite);
        return new Spread(
                values.length,
                lost,
                mean(Arrays.stream(finite).map(value -> value == 0 ? 1 : 0).toArray()),
                Arrays.stream(finite).min().orElseThrow(),
                Arrays.stream(finite).max().orElseThrow(),
                mean,
                mean(Arrays.stream(finite).map(Math::abs).toArray()),
                Math.sqrt(mean(Arrays.stream(finite)
                        .map(value -> (value - mean) * (value - mean))
                        .toArray())));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Square of the standard deviation. */
    public double variance() {
        return std * std;
    }

    /** Largest absolute value. */
    public double maxAbs() {
        return Math.max(Math.abs(min), Math.abs(max));
    }

    /** Euclidean norm. */
    public double norm() {
        return Math.sqrt((count - nonFinite) * (variance() + mean * mean));
    }

    /** Whether they are all the same finite number. */
    public boolean isConstant() {
        return isFinite() && min == max;
    }

    /** Whether all are finite. */
    public boolean isFinite() {
        return nonFinite == 0;
    }
}
