package dev.mltest.evidence;

import java.util.List;

/**
 * The same training on the data as given and on centred data.
 *
 * @param change what was centred, with figures
 * @param steps steps on the data as given
 * @param centredSteps steps on centred data
 * @param given loss on each batch after it
 * @param centred the same on centred data
 */
public record CentredTrainingEvidence(
        String change, int steps, int centredSteps, List<Double> given, List<Double> centred)
        implements Evidence {

    /** Keeps its own copies. */
    public CentredTrainingEvidence {
        given = List.copyOf(given);
        centred = List.copyOf(centred);
    }

    /** By how much the loss is smaller on centred data, on average. */
    public double gain() {
        return Gain.of(given, centred).mean();
    }

    /** Mean loss on the data as given. */
    public double givenLoss() {
        return mean(given);
    }

    /** Mean loss on centred data. */
    public double centredLoss() {
        return mean(centred);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }
}
