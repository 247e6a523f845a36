package dev.mltest.model;

import java.util.function.IntToDoubleFunction;

/**
 * States how the learning rate goes.
 *
 * @param rateOfStep the rate of a step, of which 0 is the first; only ratios count, in any unit
 */
public record DeclaredRates(IntToDoubleFunction rateOfStep) implements Declaration {

    /**
     * The rate of a step.
     *
     * @throws ConfigurationException if the user's code throws, or gives no rate
     */
    public double of(int step) {
        double rate = Attempt.of(".learningRates(...)", () -> rateOfStep.applyAsDouble(step));
        if (!Double.isFinite(rate) || rate < 0) {
            throw new ConfigurationException(
                    ".learningRates(...) gave %s for step %d; a rate is 0 or more"
                            .formatted(rate, step));
        }
        return rate;
    }
}
