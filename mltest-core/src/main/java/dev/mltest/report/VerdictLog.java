package dev.mltest.report;

import dev.mltest.check.CheckReport;
import dev.mltest.diagnosis.Diagnosis;

import java.util.ArrayList;
import java.util.List;

/** Verdicts in the order in which they were reached. Safe for use by several threads. */
public final class VerdictLog {

    private final List<Reported> verdicts = new ArrayList<>();

    /** Without any so far. */
    public VerdictLog() {}

    /** Another check was judged. */
    public synchronized void judged(Reported verdict) {
        verdicts.add(verdict);
    }

    /** These very reports were looked into. */
    public synchronized void diagnosed(List<CheckReport> violated, Diagnosis diagnosis) {
        verdicts.replaceAll(
                verdict -> violated.stream().anyMatch(report -> report == verdict.report())
                        ? verdict.with(diagnosis)
                        : verdict);
    }

    /** All verdicts so far. */
    public synchronized List<Reported> verdicts() {
        return List.copyOf(verdicts);
    }
}
