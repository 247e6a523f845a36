package dev.mltest.evidence;

import java.util.List;

/**
 * Updates and the gradients they were made from, while a few examples were learnt by heart.
 *
 * @param examples how many there were
 * @param moments in the order of steps
 */
public record UpdateCourseEvidence(int examples, List<Moment> moments) implements Evidence {

    /** Keeps its own copy. */
    public UpdateCourseEvidence {
        moments = List.copyOf(moments);
    }

    /**
     * One step.
     *
     * @param step steps taken before
     * @param gradient Euclidean norm of the gradient over all trainable parameters
     * @param update Euclidean norm of the update
     */
    public record Moment(int step, double gradient, double update) {}
}
