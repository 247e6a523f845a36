package dev.mltest.library.step;

import dev.mltest.evidence.ScheduleEvidence.Step;

import java.util.List;
import java.util.Optional;

/** Whether steps may all have seen one gradient: equal losses, and updates that point one way. */
final class OneGradient {

    private static final double SAME_LOSS = 1e-3;
    private static final double STRAIGHT = 5e-3;

    private OneGradient() {}

    /** What speaks against it, as a clause. */
    static Optional<String> doubt(List<Step> steps) {
        if (!lossStays(steps)) {
            return Optional.of(
                    "the loss changes from step to step, on one batch and equal weights");
        }
        return directionStays(steps)
                ? Optional.empty()
                : Optional.of("updates turn from step to step, on one batch and equal weights");
    }

    private static boolean lossStays(List<Step> steps) {
        double first = steps.get(0).loss();
        return steps.stream()
                .allMatch(step -> Math.abs(step.loss() - first) <= SAME_LOSS * Math.abs(first));
    }

    private static boolean directionStays(List<Step> steps) {
        List<Step> moving = steps.stream().filter(step -> step.length() > 0).toList();
        return moving.stream()
                .allMatch(step ->
                        step.turn() <= STRAIGHT + 2 * (rounded(step) + rounded(moving.get(0))));
    }

    private static double rounded(Step step) {
        return step.rounding() / step.length();
    }
}
