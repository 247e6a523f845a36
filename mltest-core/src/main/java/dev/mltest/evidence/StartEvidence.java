package dev.mltest.evidence;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The loss before any training, in training mode.
 *
 * @param batches one entry for each batch
 * @param weightNorms Euclidean norm of every weight, for telling whether the seed decides them
 */
public record StartEvidence(List<BatchStart> batches, List<Double> weightNorms)
        implements Evidence {

    /** Keeps its own copies. */
    public StartEvidence {
        batches = List.copyOf(batches);
        weightNorms = List.copyOf(weightNorms);
    }

    /**
     * The start on one batch.
     *
     * @param loss data loss of the untrained model
     * @param neutralLoss loss of outputs that favour nothing (zero logits, uniform probabilities,
     *     zeros); NaN if the loss cannot be evaluated by itself
     * @param highLoss largest loss of constant outputs as large as a standard initialisation makes
     *     them; NaN as above
     * @param bestConstantLoss loss of the best outputs that do not depend on the input; NaN if
     *     unknown
     * @param outputs the outputs
     */
    public record BatchStart(
            double loss,
            double neutralLoss,
            double highLoss,
            double bestConstantLoss,
            OutputProfile outputs) {}

    /** Whether these starts, one for each seed, are from other weights under another seed. */
    public static boolean isSeeded(List<StartEvidence> starts) {
        List<Double> first = starts.get(0).weightNorms();
        return starts.stream().anyMatch(start -> !start.weightNorms().equals(first));
    }

    /** Mean loss over the batches. */
    public double loss() {
        return mean(BatchStart::loss);
    }

    /** Mean of one figure over the batches. */
    public double mean(ToDoubleFunction<BatchStart> figure) {
        return batches.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
