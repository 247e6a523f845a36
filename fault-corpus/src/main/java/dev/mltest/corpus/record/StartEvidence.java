package dev.mltest.corpus.record;

import java.util.List;

/**
 * The loss of the model before the first step, in inference mode.
 *
 * @param loss of the first examples; NaN if it cannot be asked for
 * @param repeated of one batch, and of the same batch repeated 2, 4 and 8 times
 * @param lossTakesLogits whether adding the same number to all outputs leaves the loss as it is, so
 *     that it applies softmax itself; empty if that cannot be tried
 */
public record StartEvidence(double loss, List<Double> repeated, List<Boolean> lossTakesLogits) {

    /** Keeps its own copies. */
    public StartEvidence {
        repeated = List.copyOf(repeated);
        lossTakesLogits = List.copyOf(lossTakesLogits);
    }

    /** Whether it is known that the loss expects probabilities. */
    public boolean lossWantsProbabilities() {
        return lossTakesLogits.contains(false);
    }
}
