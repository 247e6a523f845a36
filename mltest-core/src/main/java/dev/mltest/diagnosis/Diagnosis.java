package dev.mltest.diagnosis;

import dev.mltest.diagnosis.Finding.Standing;

import java.util.Comparator;
import java.util.List;

/**
 * The possible causes of some violations: confirmed ones first, then what was ruled out, then what
 * could not be examined.
 *
 * @param findings one for each cause that the violations suggest and that was looked into
 */
public record Diagnosis(List<Finding> findings) {

    private static final Diagnosis NOTHING = new Diagnosis(List.of());

    /** Keeps its own copy, confirmed causes first. */
    public Diagnosis {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::standing))
                .toList();
    }

    /** Nothing to diagnose, or nothing known of it. */
    public static Diagnosis nothing() {
        return NOTHING;
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return findings.isEmpty();
    }

    /** Causes that an experiment bore out, the most specific first. */
    public List<Finding> confirmed() {
        return having(Standing.CONFIRMED);
    }

    /** Causes that an experiment ruled out. */
    public List<Finding> refuted() {
        return having(Standing.REFUTED);
    }

    /** Causes whose experiment could not be made. */
    public List<Finding> notExamined() {
        return having(Standing.NOT_EXAMINED);
    }

    private List<Finding> having(Standing standing) {
        return findings.stream()
                .filter(finding -> finding.standing() == standing)
                .toList();
    }
}
