package dev.mltest.evidence;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Arrays;
import java.util.List;

/**
 * A mean of paired differences and its standard error, for one-sided t tests.
 *
 * @param count how many differences
 * @param mean their mean
 * @param error its standard error
 */
public record Gain(int count, double mean, double error) {

    private static final int LEAST = 3;

    /** What the second losses gain over the first, pair by pair. */
    public static Gain of(List<Double> first, List<Double> second) {
        return of(TrainingEvidence.differences(first, second));
    }

    /** Of these differences. */
    public static Gain of(double[] differences) {
        int n = differences.length;
        double mean = Arrays.stream(differences).average().orElse(Double.NaN);
        double squares =
                Arrays.stream(differences).map(x -> (x - mean) * (x - mean)).sum();
        return new Gain(n, mean, Math.sqrt(squares / (n - 1.0) / n));
    }

    /** Whether the true mean is above 0, with at most this chance of being wrong. */
    public boolean isPositive(double errorRate) {
        return count >= LEAST && mean > margin(errorRate);
    }

    /** How far a mean lies above 0 by chance, at most. */
    public double margin(double errorRate) {
        return error * TDistribution.of(count - 1.0).inverseSurvivalProbability(errorRate);
    }
}
