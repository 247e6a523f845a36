package dev.mltest.evidence;

import dev.mltest.model.Parameter;

import java.util.List;

/**
 * What the user's own loop did to the model that it trains, started twice from one seed.
 *
 * @param describedMoves whether a step of the described model moves anything
 * @param engineRepeats whether the described model's gradient repeats to the bit
 * @param parameters one entry for each, in forward order
 */
public record LoopTrainingEvidence(
        boolean describedMoves, boolean engineRepeats, List<TrainedParameter> parameters)
        implements Evidence {

    /** Keeps its own copy. */
    public LoopTrainingEvidence {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter.
     *
     * @param parameter which one
     * @param moved elements that training changed
     * @param largestMove the largest of these changes
     * @param atStart elements that differ between the two starts
     * @param atEnd elements that differ between the two ends
     * @param largestAtEnd the largest of these differences
     */
    public record TrainedParameter(
            Parameter parameter,
            long moved,
            double largestMove,
            long atStart,
            long atEnd,
            double largestAtEnd) {}
}
