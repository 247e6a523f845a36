package dev.mltest.reporting.view;

import java.util.List;

/**
 * How verdicts ended. What was not applicable is counted by itself: it did not pass.
 *
 * @param violated all that are violated, known ones included
 * @param known how many of these are frozen
 * @param held how many held
 * @param notApplicable how many could not be examined
 */
public record Counts(int violated, int known, int held, int notApplicable) {

    static Counts of(List<CheckView> checks) {
        return new Counts(
                count(checks, Ending.VIOLATED),
                (int) checks.stream().filter(CheckView::isFrozen).count(),
                count(checks, Ending.HELD),
                count(checks, Ending.NOT_APPLICABLE));
    }

    private static int count(List<CheckView> checks, Ending ending) {
        return (int) checks.stream().filter(check -> check.ending() == ending).count();
    }

    /** All verdicts. */
    public int total() {
        return violated + held + notApplicable;
    }

    /** Verdicts that were reached. */
    public int judged() {
        return violated + held;
    }

    /** Violations that nobody froze. */
    public int open() {
        return violated - known;
    }

    /** For example {@code 2 violated (1 of them known), 30 held, 11 not applicable}. */
    public String describe() {
        String frozen = known == 0 ? "" : " (%d of them known)".formatted(known);
        return "%d violated%s, %d held, %d not applicable"
                .formatted(violated, frozen, held, notApplicable);
    }
}
