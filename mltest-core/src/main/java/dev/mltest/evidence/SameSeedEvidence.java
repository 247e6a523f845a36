package dev.mltest.evidence;

import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * A second model made from the same seed, and a third made from another.
 *
 * @param seed the one that two models were made from
 * @param otherSeed the one of the third
 * @param repeats whether the first model itself takes the same steps again to the bit
 * @param steps optimiser steps that two models of one seed took; 0 if they cannot be trained
 * @param divergingStep after which step they differed first; 0 if never
 * @param parameters one entry for each, in forward order
 * @param pairs every two trainable weights of one shape that look drawn at random
 */
public record SameSeedEvidence(
        long seed,
        long otherSeed,
        boolean repeats,
        int steps,
        int divergingStep,
        List<SeededParameter> parameters,
        List<Pair> pairs)
        implements Evidence {

    /** Keeps its own copies. */
    public SameSeedEvidence {
        parameters = List.copyOf(parameters);
        pairs = List.copyOf(pairs);
    }

    /**
     * One parameter.
     *
     * @param parameter which one
     * @param declaredFrozen whether the user stated that it must not move
     * @param elements how many of its elements were looked at for different values
     * @param distinct how many different values there are among them
     * @param atStart elements that differ between two fresh models of one seed
     * @param maxAtStart the largest of these differences
     * @param afterSteps elements that differ after the step at which the models part
     * @param underOtherSeed elements that differ between fresh models of two seeds
     */
    public record SeededParameter(
            Parameter parameter,
            boolean declaredFrozen,
            int elements,
            int distinct,
            long atStart,
            double maxAtStart,
            long afterSteps,
            long underOtherSeed) {

        private static final int FEW = 8;

        /** Its place. */
        public ParameterPath path() {
            return parameter.path();
        }

        /** Whether it is a weight that training is meant to move. */
        public boolean trains() {
            return parameter.isTrainable() && !declaredFrozen;
        }

        /** Whether its values look drawn at random: many, and mostly different ones. */
        public boolean looksDrawn() {
            return elements >= FEW && 2 * distinct > elements;
        }
    }

    /**
     * Two weights of one shape.
     *
     * @param first the one that a forward pass uses first
     * @param second the other
     * @param differing elements that differ between them
     * @param differingUnderOtherSeed elements that differ between them under the other seed
     * @param redrawn elements of the second that differ between the seeds
     */
    public record Pair(
            Parameter first,
            ParameterPath second,
            long differing,
            long differingUnderOtherSeed,
            long redrawn) {

        /** Whether both were drawn anew for each seed, and came out the same each time. */
        public boolean isDrawnTwice() {
            return differing == 0 && differingUnderOtherSeed == 0 && redrawn > 0;
        }
    }
}
