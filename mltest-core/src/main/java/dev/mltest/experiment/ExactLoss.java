package dev.mltest.experiment;

import dev.mltest.evidence.LossDigitsEvidence.Case;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;

import java.util.function.ToDoubleBiFunction;

/**
 * What a loss should come to, computed without losing digits.
 *
 * @param words what computes it
 * @param isFormula whether it is a formula of ours, and not the model's own loss
 * @param clipped the loss of outputs, no logarithm of a probability counting for more than the
 *     second argument
 */
record ExactLoss(String words, boolean isFormula, ToDoubleBiFunction<ArrayTensor, Double> clipped) {

    private static final int PERTURBATIONS = 3;

    double of(ArrayTensor outputs) {
        return clipped.applyAsDouble(outputs, Double.POSITIVE_INFINITY);
    }

    /** The loss of outputs beside this; the effect of round-off is asked for if they differ. */
    Case beside(
            double loss,
            OutputPattern pattern,
            ArrayTensor outputs,
            ElementType type,
            Perturbation perturbation) {
        double exact = of(outputs);
        double half = Math.sqrt(type.epsilon());
        double floor = isFormula ? clipped.applyAsDouble(outputs, -Math.log(half)) : exact;
        boolean agrees = Math.abs(loss - exact) <= half * Math.abs(exact);
        double effect = agrees ? 0 : effect(exact, outputs, perturbation);
        return new Case(pattern.direction(), pattern.level(), loss, exact, floor, effect);
    }

    private double effect(double exact, ArrayTensor outputs, Perturbation perturbation) {
        double largest = 0;
        for (int i = 0; i < PERTURBATIONS; i++) {
            largest = Math.max(largest, Math.abs(of(perturbation.of(outputs)) - exact));
        }
        return largest;
    }
}
