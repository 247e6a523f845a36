package dev.mltest.evidence;

import dev.mltest.model.Shape;

import java.util.List;

/**
 * Which positions of an input the outputs at each position react to, in inference mode.
 *
 * @param input name of the input
 * @param shape its shape
 * @param positions how many it has
 * @param causal whether the model is declared to be causal
 * @param seesAtMost how many positions in a row are declared to be seen; 0 if nothing is
 * @param outputs one entry for each output that runs over the same positions
 */
public record CausalityEvidence(
        String input,
        Shape shape,
        int positions,
        boolean causal,
        int seesAtMost,
        List<Sight> outputs)
        implements Evidence {

    /** Keeps its own copy. */
    public CausalityEvidence {
        outputs = List.copyOf(outputs);
    }

    /**
     * One output.
     *
     * @param output its name
     * @param changes what moved when one position of the input was changed
     */
    public record Sight(String output, List<Change> changes) {

        /** Keeps its own copy. */
        public Sight {
            changes = List.copyOf(changes);
        }

        /** The most positions behind its own that an output reacts to. */
        public int furthestBack() {
            return changes.stream()
                    .filter(Change::isSeen)
                    .mapToInt(change -> change.last() - change.position())
                    .reduce(0, Math::max);
        }

        /** The most positions ahead of its own that an output reacts to. */
        public int furthestAhead() {
            return changes.stream()
                    .filter(Change::isSeen)
                    .mapToInt(change -> change.position() - change.first())
                    .reduce(0, Math::max);
        }
    }

    /**
     * What moved when one position was changed in every example.
     *
     * @param position the position changed
     * @param first the first position whose output moved by more than round-off; -1 if none
     * @param last the last one
     * @param movedBefore largest movement of an output at an earlier position, that of the worst
     *     example
     * @param tolerance how far round-off moves it
     */
    public record Change(int position, int first, int last, double movedBefore, double tolerance) {

        /** Whether any output reacts to this position. */
        public boolean isSeen() {
            return first >= 0;
        }
    }
}
