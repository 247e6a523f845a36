package dev.mltest.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Collects what a check measured and derives the outcome from it, so that a verdict can never
 * disagree with its own numbers. An examination of nothing is a violation.
 */
public final class Examination {

    private final String examinedThings;
    private final String failing;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Clue> clues = new ArrayList<>();
    private final Map<String, Integer> cases = new HashMap<>();
    private String conditions = "";
    private String note = "";

    private Examination(String examinedThings, String failing) {
        this.examinedThings = examinedThings;
        this.failing = failing;
    }

    /**
     * Starts an examination whose violation reads "2 of 6 {things} {failing}".
     *
     * @param things plural noun, for example {@code trainable parameters}
     * @param failing what is wrong with those that violate, for example {@code received none}
     */
    public static Examination of(String things, String failing) {
        return new Examination(things, failing);
    }

    /**
     * Starts an examination of a single thing, whose violation reads as this sentence.
     *
     * @param violation what is wrong, for example {@code the batch was not learnt}
     */
    public static Examination ofOne(String violation) {
        return new Examination("", violation);
    }

    /** Adds one measurement. */
    public Examination measure(String locus, String quantity, double value, Bound allowed) {
        measurements.add(new Measurement(locus, quantity, value, allowed));
        return this;
    }

    /**
     * Adds one measurement of a numbered case, which can be asked for alone.
     *
     * @param number of the case
     */
    public Examination measureCase(
            int number, String locus, String quantity, double value, Bound allowed) {
        cases.put(locus, number);
        return measure(locus, quantity, value, allowed);
    }

    /** Adds a measured side fact, shown only if something is violated. */
    public Examination clue(String fact) {
        clues.add(new Clue(fact));
        return this;
    }

    /** Says under which conditions was measured, for example {@code 3 batches of 32}. */
    public Examination under(String given) {
        conditions = given;
        return this;
    }

    /** Adds a remark that a reader should see although nothing is wrong. */
    public Examination note(String given) {
        note = note.isEmpty() ? given : note + "; " + given;
        return this;
    }

    /** Whether any measurement so far is outside its bound. */
    public boolean findsViolation() {
        return measurements.stream().anyMatch(measurement -> !measurement.holds());
    }

    /** The measurements so far that are outside their bounds. */
    public List<Measurement> violations() {
        return measurements.stream()
                .filter(measurement -> !measurement.holds())
                .sorted(Comparator.comparingDouble(Measurement::excess).reversed())
                .toList();
    }

    /** Held if every measurement is within its bound, and there is one. */
    public Outcome outcome() {
        if (measurements.isEmpty()) {
            return new Outcome.Violated(
                    examinedThings.isEmpty()
                            ? "nothing was examined"
                            : "nothing was examined: there are no " + examinedThings,
                    List.of(),
                    0,
                    clues);
        }
        List<Measurement> violations = violations();
        return violations.isEmpty()
                ? new Outcome.Held(measurements, note)
                : new Outcome.Violated(
                        summary(violations),
                        violations,
                        measurements.size(),
                        clues,
                        worstCase(violations));
    }

    private OptionalInt worstCase(List<Measurement> violations) {
        Integer number = cases.get(violations.get(0).locus());
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private String summary(List<Measurement> violations) {
        String count = examinedThings.isEmpty()
                ? failing
                : "%d of %d %s %s"
                        .formatted(violations.size(), measurements.size(), examinedThings, failing);
        return conditions.isEmpty() ? count : count + " (" + conditions + ")";
    }
}
