package dev.mltest.evidence;

import java.util.List;

/**
 * How far the outputs of examples move when the other examples of their batch are exchanged, in
 * inference mode.
 *
 * @param batchSize number of examples
 * @param exchanged how many examples were really replaced by different ones
 * @param outputs one entry for each output
 */
public record MixingEvidence(int batchSize, int exchanged, List<Output> outputs)
        implements Evidence {

    /** Keeps its own copy. */
    public MixingEvidence {
        outputs = List.copyOf(outputs);
    }

    /**
     * One output.
     *
     * @param name its name
     * @param rows size of its axis 0
     * @param moved largest change of an element that belongs to a kept example
     * @param example the kept example that moved most; -1 if rows and examples do not correspond
     * @param noise largest change when nothing is exchanged at all; NaN if outputs are not finite
     * @param scale largest absolute element
     * @param epsilon distance from 1 to the next number in its type
     */
    public record Output(
            String name,
            long rows,
            double moved,
            int example,
            double noise,
            double scale,
            double epsilon) {

        private static final double UNITS = 256;

        /** How far round-off alone may move an element. */
        public double roundOff() {
            return UNITS * epsilon * scale;
        }

        /** Whether two predictions of the same batch differ, or are not finite. */
        public boolean isNoisy() {
            return !(noise <= roundOff());
        }

        /** Whether kept examples move by more than noise and round-off. */
        public boolean isMixed() {
            return !isNoisy() && !(moved <= roundOff() + 4 * noise);
        }
    }
}
