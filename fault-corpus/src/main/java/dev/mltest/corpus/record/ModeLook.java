package dev.mltest.corpus.record;

/**
 * The same examples in both modes.
 *
 * @param trainingLoss in training mode
 * @param inferenceLoss in inference mode
 * @param outputSimilarity centred kernel alignment of the outputs
 */
public record ModeLook(double trainingLoss, double inferenceLoss, double outputSimilarity) {

    /** Difference of the losses over the larger one. */
    public double relativeLossGap() {
        return Math.abs(trainingLoss - inferenceLoss) / Math.max(trainingLoss, inferenceLoss);
    }
}
