package dev.mltest.preflight;

import dev.mltest.baseline.Baseline;
import dev.mltest.baseline.Standing;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which violations are known, and accepted on the day of the run.
 *
 * @param baseline all that are known
 * @param today the day of the run
 */
record Accepted(Baseline baseline, LocalDate today) {

    /** Violations that count. */
    List<CheckReport> failing(List<CheckReport> reports) {
        return violated(reports).stream().filter(report -> !isFrozen(report)).toList();
    }

    /** What is to be said of those that are known, or were; empty if there are none. */
    String remarks(List<CheckReport> reports) {
        return violated(reports).stream()
                .filter(report -> !standing(report).remark().isEmpty())
                .map(report -> "  - %s: %s"
                        .formatted(report.checkId(), standing(report).remark()))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    static List<CheckReport> violated(List<CheckReport> reports) {
        return reports.stream()
                .filter(report -> report.outcome() instanceof Outcome.Violated)
                .toList();
    }

    private boolean isFrozen(CheckReport report) {
        return standing(report) instanceof Standing.Frozen;
    }

    private Standing standing(CheckReport report) {
        return baseline.of(report, today);
    }
}
