package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * Loss and gradients under inputs and outputs far from the ordinary.
 *
 * @param epsilon distance from 1 to the next number in the parameters' type
 * @param largest largest number of that type
 * @param smallest smallest number of that type that still has all its digits
 * @param trials one entry for each kind of stress
 */
public record StressEvidence(double epsilon, double largest, double smallest, List<Trial> trials)
        implements Evidence {

    /** Keeps its own copy. */
    public StressEvidence {
        trials = List.copyOf(trials);
    }

    /**
     * One kind of stress.
     *
     * @param stress what was done, in words
     * @param loss the loss
     * @param exactLoss the loss of the twin in double precision; NaN if there is no twin
     * @param hasTwin whether there is a twin
     * @param outputs the outputs
     * @param place where numbers are lost: the first inner layer whose output is NaN or infinite,
     *     or else the layer behind the last parameter whose gradient is; empty if there is no such
     *     layer
     * @param nonFiniteGradients parameters whose gradient holds a NaN or infinity, in forward
     *     order; without those whose exact gradient is too large for the type
     * @param activations between which sizes the layers' outputs lie
     * @param gradients between which sizes the parameters' gradients lie
     */
    public record Trial(
            String stress,
            double loss,
            double exactLoss,
            boolean hasTwin,
            OutputProfile outputs,
            String place,
            List<ParameterPath> nonFiniteGradients,
            Span activations,
            Span gradients) {

        /** Keeps its own copy. */
        public Trial {
            nonFiniteGradients = List.copyOf(nonFiniteGradients);
        }
    }

    /**
     * The tensors of the largest and of the smallest size, a tensor's size being its largest
     * element. Those that are all 0 or hold no number do not count.
     *
     * @param largestPlace where the largest is; empty if there is none
     * @param largest its size
     * @param smallestPlace where the smallest is
     * @param smallest its size
     */
    public record Span(String largestPlace, double largest, String smallestPlace, double smallest) {

        /** Of nothing. */
        public static final Span EMPTY = new Span("", 0, "", Double.POSITIVE_INFINITY);

        /** With one more tensor. */
        public Span with(String place, double size) {
            if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
                return this;
            }
            boolean isLargest = size > largest;
            boolean isSmallest = size < smallest;
            return new Span(
                    isLargest ? place : largestPlace,
                    Math.max(largest, size),
                    isSmallest ? place : smallestPlace,
                    Math.min(smallest, size));
        }
    }
}
