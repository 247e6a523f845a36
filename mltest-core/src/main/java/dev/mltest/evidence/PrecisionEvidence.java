package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * The model beside its twin in double precision, with the same parameters and input.
 *
 * @param elementType number format of the model
 * @param epsilon distance from 1 to its next number
 * @param loss the loss in the model's own precision and in double precision
 * @param lossAmplification largest relative change of the twin's loss under random relative
 *     perturbations of size epsilon
 * @param gradients one entry for each trainable parameter
 */
public record PrecisionEvidence(
        String elementType,
        double epsilon,
        Pair loss,
        double lossAmplification,
        List<GradientError> gradients)
        implements Evidence {

    /** Keeps its own copy. */
    public PrecisionEvidence {
        gradients = List.copyOf(gradients);
    }

    /** A figure in the model's own precision and in double precision. */
    public record Pair(double own, double exact) {}

    /**
     * The error of one gradient.
     *
     * @param path the parameter
     * @param norm norm of the exact gradient
     * @param error norm of the difference over the exact gradient's norm plus a thousandth of the
     *     largest norm in the model, so that a gradient that is zero but for round-off does not
     *     count
     * @param amplification the same figure for the twin under perturbations of size epsilon
     */
    public record GradientError(
            ParameterPath path, double norm, double error, double amplification) {}
}
