package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * Loss and gradients under inputs and outputs far from the ordinary.
 *
 * @param epsilon distance from 1 to the next number in the parameters' type
 * @param largest largest number of that type
 * @param trials one entry for each kind of stress
 */
public record StressEvidence(double epsilon, double largest, List<Trial> trials)
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
     */
    public record Trial(
            String stress,
            double loss,
            double exactLoss,
            boolean hasTwin,
            OutputProfile outputs,
            String place,
            List<ParameterPath> nonFiniteGradients) {

        /** Keeps its own copy. */
        public Trial {
            nonFiniteGradients = List.copyOf(nonFiniteGradients);
        }
    }
}
