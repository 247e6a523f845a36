package dev.mltest.evidence;

import java.util.List;

/**
 * What the bias of the last layer does to the loss before training.
 *
 * @param parameter its path; empty if the last layer adds no constant to the outputs
 * @param values the first of its values
 * @param maxAbs its largest absolute value
 * @param loss mean data loss as the model starts; NaN if the bias is 0
 * @param lossWithout the same with a bias of 0; NaN if it is
 * @param bestConstantLoss loss of the best outputs that do not depend on the input; NaN if unknown
 */
public record OutputBiasEvidence(
        String parameter,
        List<Double> values,
        double maxAbs,
        double loss,
        double lossWithout,
        double bestConstantLoss)
        implements Evidence {

    /** Keeps its own copy. */
    public OutputBiasEvidence {
        values = List.copyOf(values);
    }

    /** Logarithm of the factor by which the bias makes the loss larger. */
    public double logCost() {
        return Math.log(loss / lossWithout);
    }
}
