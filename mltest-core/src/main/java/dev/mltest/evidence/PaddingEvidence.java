package dev.mltest.evidence;

import dev.mltest.model.Shape;

import java.util.List;

/**
 * What outputs in inference mode make of padding.
 *
 * @param inputs one entry for each input whose padding is declared
 */
public record PaddingEvidence(List<Padded> inputs) implements Evidence {

    /** Keeps its own copy. */
    public PaddingEvidence {
        inputs = List.copyOf(inputs);
    }

    /**
     * One input.
     *
     * @param input its name
     * @param shape its shape
     * @param examples how many were looked at
     * @param byMask whether a mask tells the padding, or its value
     * @param padding padded positions of these examples
     * @param reaction largest movement of an output when the other positions were overwritten
     * @param tolerance the largest that round-off explains of it
     * @param trials what was changed, and what moved
     * @param refused changes that the model does not take, and why
     */
    public record Padded(
            String input,
            Shape shape,
            int examples,
            boolean byMask,
            int padding,
            double reaction,
            double tolerance,
            List<Trial> trials,
            List<String> refused) {

        /** Keeps its own copies. */
        public Padded {
            trials = List.copyOf(trials);
            refused = List.copyOf(refused);
        }
    }

    /**
     * One change of the padding, and what moved furthest beyond its tolerance.
     *
     * @param change what was done
     * @param leaking the first position whose value alone moves an output; -1 if none is known
     * @param output name of the output
     * @param example index of the example in its batch
     * @param position position of the output; -1 if it has no positions
     * @param moved how far it moved
     * @param tolerance how far round-off moves it
     */
    public record Trial(
            String change,
            int leaking,
            String output,
            int example,
            int position,
            double moved,
            double tolerance) {}
}
