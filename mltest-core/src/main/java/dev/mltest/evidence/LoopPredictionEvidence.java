package dev.mltest.evidence;

import java.util.List;

/**
 * What the user's own loop predicts, asked in several ways after a few steps.
 *
 * @param batchSize number of examples
 * @param outputs one entry for each output
 */
public record LoopPredictionEvidence(int batchSize, List<LoopOutput> outputs) implements Evidence {

    /** Keeps its own copy. */
    public LoopPredictionEvidence {
        outputs = List.copyOf(outputs);
    }

    /** How the loop's prediction was asked for once more. */
    public enum Asked {
        /** The same batch twice in a row. */
        AGAIN("the same batch again"),
        /** The same batch after a prediction for another one. */
        AFTER_ANOTHER("the same batch after another one"),
        /** The same examples among other ones. */
        AMONG_OTHERS("the same examples among others"),
        /** The model itself in inference mode, as mltest asks it, before any training step. */
        THE_MODEL("the model in inference mode");

        private final String words;

        Asked(String words) {
            this.words = words;
        }

        /** For messages. */
        public String words() {
            return words;
        }
    }

    /**
     * One output, asked for in one other way.
     *
     * @param name its name
     * @param asked in which way
     * @param moved largest difference from the first answer; NaN if they cannot be compared
     * @param ownMoved how far the model's own prediction in inference mode moves when asked so
     * @param scale largest absolute element
     * @param epsilon distance from 1 to the next number in its type
     */
    public record LoopOutput(
            String name, Asked asked, double moved, double ownMoved, double scale, double epsilon) {

        private static final double UNITS = 256;

        /** How far round-off, or the model itself, moves an element. */
        public double allowed() {
            return UNITS * epsilon * scale + 4 * ownMoved;
        }
    }
}
