package dev.mltest.reporting.view;

import dev.mltest.baseline.KnownViolation;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.results.RunInfo;

import java.util.List;

/**
 * What a report tells beside the verdicts.
 *
 * @param run which run it was
 * @param comparisons with earlier runs
 * @param known violations that are frozen
 */
public record ReportContext(RunInfo run, List<Comparison> comparisons, List<KnownViolation> known) {

    /** Keeps its own copies. */
    public ReportContext {
        comparisons = List.copyOf(comparisons);
        known = List.copyOf(known);
    }
}
