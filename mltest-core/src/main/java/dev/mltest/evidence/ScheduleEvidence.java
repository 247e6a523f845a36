package dev.mltest.evidence;

import java.util.List;

/**
 * Optimiser steps on one batch, each from the same weights, so that all see the same gradient and
 * only the rate and the optimiser's memory differ.
 *
 * @param steps in order
 * @param contrast how much updates on another batch differ from these, at most, relative to them
 * @param carried how much later updates differ, at most, if the earlier ones were on that other
 *     batch; 0 for an optimiser that remembers no gradient
 */
public record ScheduleEvidence(List<Step> steps, double contrast, double carried)
        implements Evidence {

    /** Keeps its own copy. */
    public ScheduleEvidence {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param declared its learning rate, as declared
     * @param loss before the update
     * @param length Euclidean norm of the update over all that trains
     * @param turn sine of the angle to the first update that moved anything; 1 from a right angle
     *     on
     * @param rounding most that rounding can change in the length
     */
    public record Step(double declared, double loss, double length, double turn, double rounding) {}
}
