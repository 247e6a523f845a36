package dev.mltest.evidence;

import java.util.List;

/**
 * Which examples of the data have outputs that are not numbers.
 *
 * @param sets one entry for each data set: training data and, if given, validation data
 */
public record FiniteEvidence(List<DataSet> sets) implements Evidence {

    /** Keeps its own copy. */
    public FiniteEvidence {
        sets = List.copyOf(sets);
    }

    /**
     * One data set.
     *
     * @param name its name
     * @param examples how many were looked at
     * @param of how many there are
     * @param bad how many have an output that is NaN or positive infinity
     * @param first index of the first of them; -1 if there is none
     * @param place the first layer, in running order, that is NaN or infinite for it; the output if
     *     none can be seen
     * @param before the layer that ran just before that one; empty if there is none
     * @param empty an input or mask that is all 0 in the bad examples and in no other; empty if
     *     there is none
     * @param inputsAreFinite whether the inputs of that example are
     */
    public record DataSet(
            String name,
            int examples,
            int of,
            int bad,
            int first,
            String place,
            String before,
            String empty,
            boolean inputsAreFinite) {}
}
