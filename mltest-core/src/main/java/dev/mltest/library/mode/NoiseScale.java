package dev.mltest.library.mode;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.List;

/**
 * A mean with its sampling error, for one-sided statements.
 *
 * @param mean mean of the draws
 * @param error its standard error
 * @param draws how many there are
 */
record NoiseScale(double mean, double error, int draws) {

    static NoiseScale of(List<Double> values) {
        int count = values.size();
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new NoiseScale(mean, Math.sqrt(squares / (count - 1.0) / count), count);
    }

    /** How far chance alone takes the mean, but for this rate, to one side. */
    double reach(double rate) {
        return error * TDistribution.of(draws - 1.0).inverseSurvivalProbability(rate);
    }
}
