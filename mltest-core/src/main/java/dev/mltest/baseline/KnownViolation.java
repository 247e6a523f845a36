package dev.mltest.baseline;

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
        String model, String check, String reason, LocalDate since, LocalDate until) {}
