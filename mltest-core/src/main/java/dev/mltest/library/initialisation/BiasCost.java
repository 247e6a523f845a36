package dev.mltest.library.initialisation;

import dev.mltest.evidence.OutputBiasEvidence;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Arrays;
import java.util.List;

/**
 * The factor by which a bias makes the loss larger: the geometric mean over seeds, since losses
 * scatter over orders of magnitude.
 *
 * @param low lower end of its one-sided t interval
 * @param factor the mean
 */
record BiasCost(double low, double factor) {

    static BiasCost of(List<OutputBiasEvidence> seen, double errorRate) {
        double[] costs = seen.stream().mapToDouble(OutputBiasEvidence::logCost).toArray();
        int n = costs.length;
        double mean = Arrays.stream(costs).average().orElse(Double.NaN);
        double squares = Arrays.stream(costs).map(x -> (x - mean) * (x - mean)).sum();
        double t = TDistribution.of(n - 1.0).inverseSurvivalProbability(errorRate);
        return new BiasCost(
                Math.exp(mean - t * Math.sqrt(squares / (n - 1.0) / n)), Math.exp(mean));
    }
}
