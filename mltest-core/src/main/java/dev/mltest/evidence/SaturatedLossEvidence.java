package dev.mltest.evidence;

import java.util.List;

/**
 * Which examples have a loss that does not move although their outputs do.
 *
 * @param examples how many were looked at
 * @param losses where the losses of those stand that do not move
 */
public record SaturatedLossEvidence(int examples, List<Double> losses) implements Evidence {

    /** Keeps its own copy. */
    public SaturatedLossEvidence {
        losses = List.copyOf(losses);
    }
}
