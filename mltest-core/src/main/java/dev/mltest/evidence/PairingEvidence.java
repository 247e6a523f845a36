package dev.mltest.evidence;

import java.util.List;

/**
 * The model's own loss of varied made-up outputs, with the targets in their place and with the
 * targets moved on to other examples.
 *
 * @param examples number of examples
 * @param arrangements one entry for each set of outputs and each arrangement of the targets
 * @param epsilon distance from 1 to the next number in the outputs' type
 */
public record PairingEvidence(int examples, List<Arrangement> arrangements, double epsilon)
        implements Evidence {

    /** Keeps its own copy. */
    public PairingEvidence {
        arrangements = List.copyOf(arrangements);
    }

    /**
     * One arrangement.
     *
     * @param moved how many examples got a target that differs from their own
     * @param own the loss with every target in its place
     * @param exchanged the loss with the targets moved on
     */
    public record Arrangement(int moved, double own, double exchanged) {

        /** How much the loss changed, relative to its size; NaN if it is not finite. */
        public double change() {
            double size = Math.max(Math.abs(own), Math.abs(exchanged));
            return size == 0 ? 0 : Math.abs(exchanged - own) / size;
        }
    }
}
