package dev.mltest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Subject;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;

import org.junit.jupiter.api.Test;

import java.util.List;

class VerdictTableTest {

    private static final Subject SUBJECT =
            new Subject("model", Task.classification(10), "plain Java, cpu");

    @Test
    void shows_what_decided_each_verdict() {
        Outcome held = Examination.of("weights", "are off")
                .measure("a", "error", 0.1, Bound.atMost(1, ""))
                .measure("b", "closest", 0.9, Bound.atMost(1, ""))
                .outcome();
        Outcome violated = Examination.of("weights", "are off")
                .measure("a", "error", 2, Bound.atMost(1, ""))
                .measure("b", "worst", Double.NaN, Bound.atMost(1, ""))
                .outcome();
        Outcome vacuous = Examination.of("weights", "are off").outcome();
        Outcome missing = new Outcome.NotApplicable(
                "a reason that is so long that it would make the table wider than anybody's screen");

        Approved.verify(
                "verdict-table",
                VerdictTable.of(List.of(
                        report("held-check", held),
                        report("violated-check", violated),
                        report("vacuous-check", vacuous),
                        report("missing-check", missing))));
    }

    @Test
    void of_no_reports_says_so() {
        assertThat(VerdictTable.of(List.of())).isEqualTo("no check was run");
    }

    private static CheckReport report(String id, Outcome outcome) {
        return new CheckReport(
                SUBJECT,
                id,
                "should be fine",
                "fine things last",
                outcome,
                List.of(1L),
                new Price(12, 6, 6, 1),
                0.125,
                0.001);
    }
}
