package dev.mltest.library.loss;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Arrays;

/**
 * The mean of a small sample with its two-sided t interval. Positive samples are averaged as
 * logarithms, since losses of wild models scatter over orders of magnitude.
 *
 * @param low lower end of the interval
 * @param mean the mean
 * @param high upper end of the interval
 */
record MeanInterval(double low, double mean, double high) {

    static MeanInterval of(double[] sample, double errorRate) {
        boolean positive = Arrays.stream(sample).allMatch(value -> value > 0);
        if (!positive) {
            return ofNormal(sample, errorRate);
        }
        MeanInterval logs = ofNormal(Arrays.stream(sample).map(Math::log).toArray(), errorRate);
        return new MeanInterval(Math.exp(logs.low), Math.exp(logs.mean), Math.exp(logs.high));
    }

    private static MeanInterval ofNormal(double[] sample, double errorRate) {
        int n = sample.length;
        double mean = Arrays.stream(sample).average().orElse(Double.NaN);
        double squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum();
        double t = TDistribution.of(n - 1.0).inverseSurvivalProbability(errorRate / 2);
        double halfWidth = t * Math.sqrt(squares / (n - 1.0) / n);
        return new MeanInterval(mean - halfWidth, mean, mean + halfWidth);
    }

    /** Whether the whole interval is outside; so is a mean that is not a number. */
    boolean isOutside(double lowest, double highest) {
        return !(high >= lowest && low <= highest);
    }
}
