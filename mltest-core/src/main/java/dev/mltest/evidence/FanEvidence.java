package dev.mltest.evidence;

import dev.mltest.model.Parameter;

import java.util.List;

/**
 * How large the initial weights are beside what their shapes ask for, and what that costs.
 *
 * @param loss data loss at the start
 * @param fittedLoss data loss with all weights that exceed a variance of 2 over their fan-in scaled
 *     down to it; the same if there are none
 * @param weights one entry for each trainable weight of two axes or more that is not constant
 */
public record FanEvidence(double loss, double fittedLoss, List<Drawn> weights) implements Evidence {

    /** Keeps its own copy. */
    public FanEvidence {
        weights = List.copyOf(weights);
    }

    /**
     * One weight.
     *
     * @param parameter which one
     * @param fanIn the smallest fan-in that any reading of its axes allows
     * @param meanSquare mean of its squared elements
     */
    public record Drawn(Parameter parameter, long fanIn, double meanSquare) {

        /** A weight; its fan-in follows from the shape. */
        public static Drawn of(Parameter parameter, double meanSquare) {
            long largest = 1;
            for (long size : parameter.shape().sizes()) {
                largest = Math.max(largest, size);
            }
            long elements = parameter.shape().elements();
            return new Drawn(parameter, Math.max(1, elements / largest), meanSquare);
        }

        /** Its mean square over 2 / fan-in, the variance of He's initialisation. */
        public double excess() {
            return meanSquare * fanIn / 2;
        }
    }
}
