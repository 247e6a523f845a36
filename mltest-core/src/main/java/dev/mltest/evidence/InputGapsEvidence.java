package dev.mltest.evidence;

import dev.mltest.model.Shape;

import java.util.List;

/**
 * Which positions of each input no example ever reads.
 *
 * @param inputs one entry for each input whose positions were looked at
 */
public record InputGapsEvidence(List<Gaps> inputs) implements Evidence {

    /** Keeps its own copy. */
    public InputGapsEvidence {
        inputs = List.copyOf(inputs);
    }

    /**
     * The positions of one input.
     *
     * @param input its name
     * @param shape its shape
     * @param passes over how many forward or backward passes was looked
     * @param read number of positions that some example reads
     * @param unread number of positions that none reads
     * @param gaps number of unread positions that lie between read ones, and that moved nothing
     *     when their values were exchanged
     * @param first the first of them, as index of each axis behind axis 0
     * @param moved largest change of an output or of the loss when all gaps were overwritten
     */
    public record Gaps(
            String input,
            Shape shape,
            int passes,
            int read,
            int unread,
            int gaps,
            String first,
            double moved) {}
}
