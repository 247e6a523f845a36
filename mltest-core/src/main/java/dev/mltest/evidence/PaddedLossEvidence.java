package dev.mltest.evidence;

import dev.mltest.model.Shape;

import java.util.List;

/**
 * What the loss, in inference mode, makes of padded positions of targets.
 *
 * @param targets one entry for each target with padding
 */
public record PaddedLossEvidence(List<Padded> targets) implements Evidence {

    /** Keeps its own copy. */
    public PaddedLossEvidence {
        targets = List.copyOf(targets);
    }

    /**
     * One target.
     *
     * @param target its name
     * @param shape its shape
     * @param examples how many were looked at
     * @param byMask whether the target's own mask tells its padding, or the input's
     * @param padding padded positions of these examples
     * @param reaction how far the loss moved when the other targets were overwritten
     * @param tolerance how far round-off moves the loss
     * @param changes what was changed
     * @param refused changes that cannot be tried, and why
     */
    public record Padded(
            String target,
            Shape shape,
            int examples,
            boolean byMask,
            int padding,
            double reaction,
            double tolerance,
            List<Change> changes,
            List<String> refused) {

        /** Keeps its own copies. */
        public Padded {
            changes = List.copyOf(changes);
            refused = List.copyOf(refused);
        }
    }

    /**
     * One change of the padding.
     *
     * @param change what was done
     * @param before the loss before
     * @param after the loss after
     */
    public record Change(String change, double before, double after) {}
}
