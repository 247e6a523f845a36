package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * What changes when single parameters are nudged by one per cent of their size, in training mode
 * with the same noise.
 *
 * @param loss the loss before
 * @param nudges one entry for each parameter asked about
 */
public record NudgeEvidence(double loss, List<Nudge> nudges) implements Evidence {

    /** Keeps its own copy. */
    public NudgeEvidence {
        nudges = List.copyOf(nudges);
    }

    /**
     * The effect of one nudge.
     *
     * @param path the parameter nudged
     * @param lossChange largest absolute change of the loss over the batches
     * @param stepFromSmall largest change of an element when training starts from the parameter
     *     scaled to almost nothing, where no update can be lost to round-off; NaN if the model
     *     cannot be trained
     */
    public record Nudge(ParameterPath path, double lossChange, double stepFromSmall) {}

    /** Whether a nudge moved the loss beyond round-off: a hundred-thousandth of it. */
    public boolean isFelt(Nudge nudge) {
        return nudge.lossChange() > 1e-5 * Math.abs(loss);
    }

    /** The effect of nudging this parameter. */
    public Nudge of(ParameterPath path) {
        return nudges.stream()
                .filter(nudge -> nudge.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " was not nudged"));
    }
}
