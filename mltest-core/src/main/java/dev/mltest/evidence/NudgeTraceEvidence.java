package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * How far the effect of nudging a parameter gets through the layers, on one batch in training mode
 * with the same noise.
 *
 * @param loss the loss before
 * @param traces one entry for each parameter asked about
 */
public record NudgeTraceEvidence(double loss, List<Trace> traces) implements Evidence {

    /** Keeps its own copy. */
    public NudgeTraceEvidence {
        traces = List.copyOf(traces);
    }

    /**
     * The effect of one nudge.
     *
     * @param path the parameter nudged
     * @param still the first layer that puts out the same for all examples before the nudge, from
     *     the parameter's own up to the next that has weights; empty if there is none
     * @param stillAt root of the mean square of what it puts out; NaN if there is none
     * @param lastMoved the last layer whose output the nudge changes; empty if it changes none
     * @param next the layer that runs after that one; empty if there is none
     * @param nextVaries whether that one tells examples apart
     * @param outputChange largest change of an output, 0 if it is round-off
     * @param slope half the difference of the loss between nudging up and down
     * @param bend by how much the mean of these two losses is off from the loss before
     */
    public record Trace(
            ParameterPath path,
            String still,
            double stillAt,
            String lastMoved,
            String next,
            boolean nextVaries,
            double outputChange,
            double slope,
            double bend) {}
}
