package dev.mltest.evidence;

import dev.mltest.model.Parameter;

import java.util.List;

/**
 * What an optimiser step takes away from parameters of which something was declared, while the data
 * loss sends them no gradient at all.
 *
 * @param parameters one entry for each
 */
public record DecayEvidence(List<Decay> parameters) implements Evidence {

    /** Keeps its own copy. */
    public DecayEvidence {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter.
     *
     * @param parameter which one
     * @param meant whether it was declared to decay; otherwise it was declared not to
     * @param quiet whether a state was found in which the data loss sends it a gradient of exactly
     *     zero
     * @param moved elements that a step changes in that state
     * @param share how much of itself it loses in the step, the part of the change that points to
     *     zero over its size; negative if it grows
     */
    public record Decay(
            Parameter parameter, boolean meant, boolean quiet, long moved, double share) {}
}
