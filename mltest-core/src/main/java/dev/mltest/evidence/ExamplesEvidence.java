package dev.mltest.evidence;

import java.util.List;

/**
 * The loss of a batch beside the losses of its examples, each alone, in inference mode.
 *
 * @param batchLoss loss of the whole batch
 * @param reversedLoss loss of the whole batch with its examples in reverse order
 * @param losses loss of each example alone
 * @param weights how much of each example is not masked; all 1 without masks
 * @param epsilon distance from 1 to the next number in the outputs' type
 */
public record ExamplesEvidence(
        double batchLoss,
        double reversedLoss,
        List<Double> losses,
        List<Double> weights,
        double epsilon)
        implements Evidence {

    /** Keeps its own copies. */
    public ExamplesEvidence {
        losses = List.copyOf(losses);
        weights = List.copyOf(weights);
    }
}
