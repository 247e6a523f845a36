package dev.mltest.guide;

import dev.mltest.evidence.Evidence;

/**
 * The loss of one batch in both modes.
 *
 * @param trainingLoss in training mode
 * @param inferenceLoss in inference mode
 */
public record ModesEvidence(double trainingLoss, double inferenceLoss) implements Evidence {}
