package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * What becomes of the weights while one batch is trained on.
 *
 * @param steps optimiser steps taken
 * @param startLoss data loss before, in inference mode
 * @param endLoss data loss after, in inference mode
 * @param chance loss of the best outputs that do not depend on the input; NaN if unknown
 * @param floor smallest loss that any outputs can have
 * @param weights one entry for each trainable matrix or kernel of 16 elements or more that did not
 *     start at zero
 */
public record PenaltyEvidence(
        int steps,
        double startLoss,
        double endLoss,
        double chance,
        double floor,
        List<Pull> weights)
        implements Evidence {

    /** Keeps its own copy. */
    public PenaltyEvidence {
        weights = List.copyOf(weights);
    }

    /**
     * One parameter.
     *
     * @param path its place
     * @param startNorm its Euclidean norm before
     * @param endNorm its Euclidean norm after
     * @param inward cosine between the way it went and the way to zero
     * @param gradient norm of the data gradient after
     * @param outward cosine between the direction in which the data pulls after, downhill, and the
     *     parameter
     */
    public record Pull(
            ParameterPath path,
            double startNorm,
            double endNorm,
            double inward,
            double gradient,
            double outward) {

        /** Which share of its size is left. */
        public double left() {
            return endNorm / startNorm;
        }
    }
}
