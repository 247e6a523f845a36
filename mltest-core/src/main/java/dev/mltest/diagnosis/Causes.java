package dev.mltest.diagnosis;

import java.util.List;

/**
 * All causes, in the order in which they are looked into. Those that can be seen directly come
 * first; then those whose removal changes one thing alone; last those whose removal helps against
 * much else, too, as a smaller learning rate does.
 */
final class Causes {

    private static final List<Cause> ALL = List.of(
            new LossIsReversed(),
            new SoftmaxIsMissing(),
            new SoftmaxIsAppliedTwice(),
            new GradientIsCut(),
            new OptimizerSkipsParameter(),
            new UpdatePointsUphill(),
            new InputsAreUnscaled(),
            new TargetsAreUnscaled(),
            new InitialWeightsAreOff(),
            new ParameterIsNotUsed(),
            new PenaltyIsTooStrong(),
            new RateIsTooLow(),
            new RateIsTooHigh(),
            new OptimizerIsAtFault(),
            new TrainingNoiseIsTooStrong(),
            new LabelsDoNotBelong());

    private Causes() {}

    static List<Cause> all() {
        return ALL;
    }
}
