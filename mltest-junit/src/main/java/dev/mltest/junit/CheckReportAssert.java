package dev.mltest.junit;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Clue;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;

import org.assertj.core.api.AbstractAssert;
import org.opentest4j.AssertionFailedError;

import java.util.List;
import java.util.function.Function;

/** Assertions about the verdict of one check. */
public final class CheckReportAssert extends AbstractAssert<CheckReportAssert, CheckReport> {

    private final ModelAssert origin;
    private final Function<List<CheckReport>, Judgement> judging;
    private final Consequence consequence;

    CheckReportAssert(
            CheckReport actual,
            ModelAssert origin,
            Function<List<CheckReport>, Judgement> judging,
            Consequence consequence) {
        super(actual, CheckReportAssert.class);
        this.origin = origin;
        this.judging = judging;
        this.consequence = consequence;
    }

    /** Verifies that the claim holds. If it is violated, the failure tells how. */
    public CheckReportAssert isHeld() {
        if (actual.outcome() instanceof Outcome.Violated) {
            judging.apply(List.of(actual)).pronounce(consequence, text -> Wording.of(info, text));
            return this;
        }
        return hasOutcome(Outcome.Held.class, "held");
    }

    /** Verifies that the claim does not hold. */
    public CheckReportAssert isViolated() {
        return hasOutcome(Outcome.Violated.class, "violated");
    }

    /** Verifies that the claim could not be examined. */
    public CheckReportAssert isNotApplicable() {
        return hasOutcome(Outcome.NotApplicable.class, "not applicable");
    }

    /** Verifies that the claim is violated at this place, among others perhaps. */
    public CheckReportAssert hasViolationAt(String locus) {
        List<String> places = violations().stream().map(Measurement::locus).toList();
        return places.contains(locus)
                ? this
                : fail("a violation at '" + locus + "'", describe("violations at", places));
    }

    /** Verifies that a clue beside the violation contains this text. */
    public CheckReportAssert hasClueContaining(String text) {
        List<String> facts = clues().stream().map(Clue::fact).toList();
        return facts.stream().anyMatch(fact -> fact.contains(text))
                ? this
                : fail("a clue containing '" + text + "'", describe("clues", facts));
    }

    /** Goes on with assertions about the model. */
    public ModelAssert returnToModel() {
        return origin;
    }

    private CheckReportAssert hasOutcome(Class<? extends Outcome> expected, String label) {
        return expected.isInstance(actual.outcome()) ? this : fail(label, described());
    }

    private CheckReportAssert fail(String expected, String found) {
        String message = "Expecting the verdict of %s on %s to be or have%n  %s%nbut it is%n  %s"
                .formatted(actual.checkId(), actual.subject().model(), expected, found);
        consequence.failed(StackTraces.trimmed(
                new AssertionFailedError(Wording.of(info, message), expected, found)));
        return this;
    }

    private String describe(String what, List<String> found) {
        return actual.outcome() instanceof Outcome.Violated
                ? "%s %s".formatted(what, found)
                : described();
    }

    private String described() {
        Outcome outcome = actual.outcome();
        if (outcome instanceof Outcome.NotApplicable notApplicable) {
            return "not applicable: " + notApplicable.reason();
        }
        return outcome instanceof Outcome.Violated violated
                ? "violated: " + violated.summary()
                : outcome.label();
    }

    private List<Measurement> violations() {
        return actual.outcome() instanceof Outcome.Violated violated
                ? violated.violations()
                : List.of();
    }

    private List<Clue> clues() {
        return actual.outcome() instanceof Outcome.Violated violated ? violated.clues() : List.of();
    }
}
