package dev.mltest.baseline;

import dev.mltest.model.ConfigurationException;

import java.time.LocalDate;

/**
 * A violation that is known and accepted for a while.
 *
 * @param model name of the model
 * @param check id of the check
 * @param reason why it is accepted, in a sentence
 * @param since the day it was frozen
 * @param until the last day it is accepted
 */
public record KnownViolation(
        String model, String check, String reason, LocalDate since, LocalDate until) {

    /**
     * Accepts nothing without a reason.
     *
     * @throws ConfigurationException if the reason is blank
     */
    public KnownViolation {
        if (reason.isBlank()) {
            throw new ConfigurationException(
                    "'%s' of model '%s' is frozen without a reason; say in a sentence why it is accepted"
                            .formatted(check, model));
        }
    }

    /** Whether it is about this check of this model. */
    public boolean isAbout(String otherModel, String otherCheck) {
        return model.equals(otherModel) && check.equals(otherCheck);
    }

    /** Whether it is accepted no longer. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }
}
