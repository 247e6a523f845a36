package dev.mltest.corpus.record;

import java.util.List;

/**
 * The training examples, as they leave the program's pipeline.
 *
 * @param examples how many
 * @param inputs one for each input tensor
 * @param targets all targets together
 * @param classShares share of each class or label; empty if the task has none
 */
public record DataEvidence(
        int examples, List<Input> inputs, List<Spread> targets, List<Double> classShares) {

    /** Keeps its own copies. */
    public DataEvidence {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        classShares = List.copyOf(classShares);
    }

    /**
     * One input tensor.
     *
     * @param name its name
     * @param isFloating whether its elements are numbers rather than indices
     * @param all all its elements
     * @param features each column of a table; {@code all} alone for anything else
     */
    public record Input(String name, boolean isFloating, Spread all, List<Spread> features) {

        /** Keeps its own copy. */
        public Input {
            features = List.copyOf(features);
        }
    }
}
