package dev.mltest.reporting.history;

import dev.mltest.report.Reported;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.RunInfo;
import dev.mltest.reporting.results.Strictest;

import java.util.List;
import java.util.Optional;

/**
 * An earlier run.
 *
 * @param run which one it was
 * @param verdicts one for each model and check
 */
public record PastRun(RunInfo run, List<PastVerdict> verdicts) {

    /** Keeps its own copy. */
    public PastRun {
        verdicts = List.copyOf(verdicts);
    }

    /** What stays of a run. */
    public static PastRun of(RunInfo run, Results results) {
        return new PastRun(
                run,
                Strictest.of(results).stream()
                        .map(Reported::report)
                        .map(PastVerdict::of)
                        .toList());
    }

    /** What it said of this check of this model, if it looked. */
    public Optional<PastVerdict> verdict(String model, String check) {
        return verdicts.stream()
                .filter(verdict -> verdict.isAbout(model, check))
                .findFirst();
    }

    /** Whether this check of this model was violated in it. */
    public boolean isViolated(String model, String check) {
        return verdict(model, check).filter(PastVerdict::isViolated).isPresent();
    }

    /** Whether this check of this model held in it. */
    public boolean isHeld(String model, String check) {
        return verdict(model, check).filter(PastVerdict::isHeld).isPresent();
    }
}
