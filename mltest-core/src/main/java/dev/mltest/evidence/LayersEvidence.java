package dev.mltest.evidence;

import java.util.List;

/**
 * What the layers pass on, over several batches, before training and after a few steps.
 *
 * @param examples how many examples were shown
 * @param inputSpread how much the inputs differ between examples: root of the mean variance, of the
 *     input that differs most
 * @param layers one entry for each layer in the order of the forward pass; the scores at the output
 *     stand last
 * @param units the single units of each layer where they can be told apart, in the same order
 */
public record LayersEvidence(
        int examples, double inputSpread, List<Layer> layers, List<Units> units)
        implements Evidence {

    /** Keeps its own copies. */
    public LayersEvidence {
        layers = List.copyOf(layers);
        units = List.copyOf(units);
    }

    /**
     * The units of one layer. A unit is stuck if it puts out one number for all examples before
     * training, and one for all examples after a few steps.
     *
     * @param layer path of the layer
     * @param units how many it has
     * @param fed how many were not stuck already in the layer before, if that one hands its units
     *     on one by one
     * @param stuck how many of those fed are stuck here
     * @param low how many of those stuck put out the smallest number that the layer ever puts out
     * @param least that number
     */
    public record Units(String layer, int units, int fed, int stuck, int low, double least) {}

    /**
     * One layer.
     *
     * @param name its path
     * @param start what it puts out before training
     * @param trained what it puts out after a few steps
     */
    public record Layer(String name, Look start, Look trained) {

        /** The larger spread of both. */
        public double spread() {
            return Math.max(start.spread(), trained.spread());
        }

        /** Whether every row is a distribution, before training and after. */
        public boolean isDistribution() {
            return start.isDistribution() && trained.isDistribution();
        }
    }

    /**
     * What a layer puts out.
     *
     * @param rms root of the mean square
     * @param spread root of the mean variance between examples; NaN if not each example has a row
     * @param min smallest element
     * @param units elements that a sum over the units takes
     * @param sumError largest distance of such a sum from 1; from a half on, no larger one is
     *     sought
     */
    public record Look(double rms, double spread, double min, long units, double sumError) {

        private static final double ROUND_OFF = 1e-5;

        /** Whether every row is non-negative and sums to 1. */
        public boolean isDistribution() {
            return units > 2 && min >= 0 && sumError <= ROUND_OFF;
        }
    }
}
