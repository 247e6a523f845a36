package dev.mltest.diagnosis;

import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.model.NotAvailableException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for what is behind violations. Causes that these suggest are examined from the most
 * specific to the least, up to the first that is confirmed; its experiments are remembered like any
 * others. No cause is taken up after a minute. Where nothing is violated, nothing is asked.
 */
public final class Diagnostician {

    private static final Duration MOST_TIME = Duration.ofMinutes(1);

    private final CheckRunner runner;

    /** Asks in the name of this runner, and out of its budget. */
    public Diagnostician(CheckRunner runner) {
        this.runner = runner;
    }

    /** What is behind the violations among these verdicts. */
    public Diagnosis diagnose(List<CheckReport> reports) {
        List<CheckReport> violated = reports.stream()
                .filter(report -> report.outcome() instanceof Outcome.Violated)
                .toList();
        if (violated.isEmpty()) {
            return Diagnosis.nothing();
        }
        Inquiry inquiry = new Inquiry(runner, violated.get(0).seeds().get(0), violated);
        long start = System.nanoTime();
        List<Finding> findings = new ArrayList<>();
        for (Cause cause : Causes.all()) {
            if (inquiry.shows(cause.suggestedBy())) {
                boolean late = System.nanoTime() - start > MOST_TIME.toNanos();
                Finding finding = late
                        ? notExamined(cause, "a minute was spent on other causes")
                        : examined(cause, inquiry);
                findings.add(finding);
                if (finding.standing() == Finding.Standing.CONFIRMED) {
                    break;
                }
            }
        }
        return new Diagnosis(findings);
    }

    Finding examined(Cause cause, Inquiry inquiry) {
        try {
            return cause.examine(inquiry);
        } catch (NotAvailableException missing) {
            return notExamined(cause, String.valueOf(missing.getMessage()));
        }
    }

    private static Finding notExamined(Cause cause, String why) {
        return new Finding(
                cause.name(), cause.statement(), "model", Finding.Standing.NOT_EXAMINED, why);
    }
}
