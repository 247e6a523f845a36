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
 * @param layers one entry for each layer in forward order, for the inputs of the data and then for
 *     those far from 0; empty if the twin has other layers
 */
public record PrecisionEvidence(
        String elementType,
        double epsilon,
        Pair loss,
        double lossAmplification,
        List<GradientError> gradients,
        List<LayerError> layers)
        implements Evidence {

    /** Keeps its own copies. */
    public PrecisionEvidence {
        gradients = List.copyOf(gradients);
        layers = List.copyOf(layers);
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

    /**
     * The error of what one layer puts out. It is the median over the examples, since a number that
     * falls on the other side of a threshold changes some of them altogether.
     *
     * @param layer path of the layer
     * @param inputs what was done to the inputs, in words; empty for those of the data
     * @param error norm of an example's difference over its exact norm plus a thousandth of the
     *     usual one
     * @param amplification the same figure for the twin under perturbations of size epsilon
     * @param carried one unit in the last place of the largest number in front of the layer, over
     *     the usual size of a number that it puts out: a difference of numbers that are nearly
     *     equal cannot be more accurate than they are
     */
    public record LayerError(
            String layer, String inputs, double error, double amplification, double carried) {}
}
