package dev.mltest.preflight;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckSuite;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Subject;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.Reported;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/** What is to be done in a sanity run. */
record Plan(
        ModelUnderTest model,
        CheckSuite suite,
        long firstSeed,
        int seeds,
        Device device,
        Budget budget,
        boolean diagnosis,
        Accepted accepted,
        Function<CheckReport, String> reproducing) {

    /** A check to be judged under a seed. */
    record Step(Check check, long seed) {

        /** What is said of it if the run was cut off before. */
        CheckReport interrupted(Subject subject) {
            return new CheckReport(
                    subject,
                    check.id(),
                    check.claim(),
                    check.because(),
                    new Outcome.NotApplicable("the run was interrupted before"),
                    List.of(seed),
                    Price.FREE,
                    0,
                    check.falseAlarmRate());
        }
    }

    /** A verdict with what a reader wants beside it. */
    Reported reported(CheckReport report) {
        return new Reported(
                report, Diagnosis.nothing(), reproducing.apply(report), model.describedAt());
    }

    List<Long> allSeeds() {
        return LongStream.range(firstSeed, firstSeed + seeds).boxed().toList();
    }

    /** In the order in which they are run. */
    List<Step> steps() {
        return allSeeds().stream()
                .flatMap(seed -> suite.checks().stream().map(check -> new Step(check, seed)))
                .toList();
    }
}
