package dev.mltest.evidence;

import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * Which weights of one shape start bitwise equal, under one seed and under another.
 *
 * @param seed the seed
 * @param otherSeed the other
 * @param pairs every two weights of one shape that look drawn at random
 */
public record LayerTwinsEvidence(long seed, long otherSeed, List<Pair> pairs) implements Evidence {

    /** Keeps its own copy. */
    public LayerTwinsEvidence {
        pairs = List.copyOf(pairs);
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
