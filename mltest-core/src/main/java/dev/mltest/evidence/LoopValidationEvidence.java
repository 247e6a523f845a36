package dev.mltest.evidence;

import dev.mltest.model.Parameter;

import java.util.List;

/**
 * What the user's validation did to the model, and to the training step after it.
 *
 * @param continued whether the step after it was compared with the same step without validation
 * @param whyNot why it was not; empty if it was
 * @param parameters one entry for each, in forward order
 */
public record LoopValidationEvidence(
        boolean continued, String whyNot, List<ValidatedParameter> parameters) implements Evidence {

    /** Keeps its own copy. */
    public LoopValidationEvidence {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter.
     *
     * @param parameter which one
     * @param moved elements that validation changed
     * @param largestMove the largest of these changes
     * @param afterStep elements that differ after the next step with and without validation
     */
    public record ValidatedParameter(
            Parameter parameter, long moved, double largestMove, long afterStep) {}
}
