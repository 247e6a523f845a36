package dev.mltest.evidence;

import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * What a few optimiser steps on several batches did.
 *
 * @param steps number of steps
 * @param batches number of different batches
 * @param batchSize examples in each
 * @param losses data loss before each step
 * @param parameters one entry for each parameter, in forward order
 */
public record StepsEvidence(
        int steps, int batches, int batchSize, List<Double> losses, List<ParameterSteps> parameters)
        implements Evidence {

    /** Keeps its own copies. */
    public StepsEvidence {
        losses = List.copyOf(losses);
        parameters = List.copyOf(parameters);
    }

    /**
     * What happened to one parameter.
     *
     * @param parameter which one
     * @param declaredFrozen whether the user stated that it must not move
     * @param gradientMaxAbs largest |dloss/dw| over all elements and steps
     * @param gradientNorm largest Euclidean norm of the gradient over the steps
     * @param gradientNonFinite elements of the gradient that were NaN or infinite, over all steps
     * @param changed elements that differ from the start after any of the steps, at most
     * @param maxAbsChange largest distance of an element from the start
     * @param relativeChange norm of the change after the last step over the norm at the start
     * @param nonFinite elements that are NaN or infinite after the last step
     * @param ulp spacing of numbers of the parameter's type at its root mean square
     */
    public record ParameterSteps(
            Parameter parameter,
            boolean declaredFrozen,
            double gradientMaxAbs,
            double gradientNorm,
            long gradientNonFinite,
            long changed,
            double maxAbsChange,
            double relativeChange,
            long nonFinite,
            double ulp) {

        /** Its place. */
        public ParameterPath path() {
            return parameter.path();
        }
    }

    /** Whether the user stated what is frozen. */
    public boolean declaresFrozen() {
        return parameters.stream().anyMatch(ParameterSteps::declaredFrozen);
    }

    /** How the evidence was taken, for messages. */
    public String conditions() {
        return "%d steps over %d batches of %d".formatted(steps, batches, batchSize);
    }
}
