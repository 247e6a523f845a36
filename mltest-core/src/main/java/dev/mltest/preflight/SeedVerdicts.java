package dev.mltest.preflight;

import dev.mltest.check.CheckReport;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.model.ConfigurationException;
import dev.mltest.report.Reported;
import dev.mltest.report.SuiteText;
import dev.mltest.report.VerdictLog;

import java.util.List;
import java.util.Optional;

/**
 * What a sanity run says under one seed.
 *
 * @param verdicts in order
 * @param diagnosis of the violations among them
 * @param error why some checks could not be judged, if a declared part does not work
 */
record SeedVerdicts(
        List<Reported> verdicts, Diagnosis diagnosis, Optional<ConfigurationException> error) {

    /** Of a seed that is not done yet. */
    static SeedVerdicts of(VerdictLog log) {
        return new SeedVerdicts(log.verdicts(), Diagnosis.nothing(), Optional.empty());
    }

    /** The violations that count and what is behind them; empty if there are none. */
    String violations(Accepted accepted) {
        List<CheckReport> failing =
                accepted.failing(verdicts.stream().map(Reported::report).toList());
        return SuiteText.violations(
                verdicts.stream()
                        .filter(verdict -> failing.contains(verdict.report()))
                        .toList(),
                verdicts.size(),
                diagnosis);
    }
}
