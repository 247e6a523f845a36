package dev.mltest.reporting;

import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Clue;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Finding;
import dev.mltest.diagnosis.Finding.Standing;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Subject;
import dev.mltest.model.SourceLine;
import dev.mltest.model.Task;
import dev.mltest.report.Reported;
import dev.mltest.reporting.results.RunInfo;
import dev.mltest.reporting.view.ReportContext;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Verdicts written by hand. */
final class Reports {

    static final String HOSTILE =
            "</script><script>window.injected = 1</script><!-- \u2028 <img src=x onerror=window.injected=1> ]]> ${1} `|` \"'";

    private Reports() {}

    static Reported held(String model, String check) {
        return reported(
                model,
                check,
                new Outcome.Held(
                        List.of(new Measurement("head", "loss", 0.5, Bound.below(1, "a theorem"))),
                        ""));
    }

    static Reported notApplicable(String model, String check) {
        return reported(model, check, new Outcome.NotApplicable("nothing is declared"));
    }

    /** With every text hostile and every kind of number. */
    static Reported violated(String model, String check) {
        List<Measurement> rows = List.of(
                row(Double.NaN, Bound.finite(HOSTILE)),
                row(Double.POSITIVE_INFINITY, Bound.below(1, "one")),
                row(Double.NEGATIVE_INFINITY, Bound.none("none")),
                row(-1, Bound.between(Double.MIN_VALUE, Double.MAX_VALUE, "all")));
        Outcome outcome =
                new Outcome.Violated("4 of 4 " + HOSTILE, rows, 4, List.of(new Clue(HOSTILE)));
        Diagnosis diagnosis = new Diagnosis(List.of(
                new Finding("cause", HOSTILE, HOSTILE, Standing.CONFIRMED, HOSTILE),
                new Finding("other", "another", "loss", Standing.REFUTED, "nothing"),
                new Finding("third", "a third", "loss", Standing.NOT_EXAMINED, "no time")));
        return reported(model, check, outcome).with(diagnosis);
    }

    static ReportContext context() {
        return new ReportContext(
                new RunInfo(Instant.parse("2026-11-21T10:00:00Z"), "", ""), List.of(), List.of());
    }

    private static Measurement row(double value, Bound bound) {
        return new Measurement(HOSTILE, HOSTILE, value, bound);
    }

    private static Reported reported(String model, String check, Outcome outcome) {
        CheckReport report = new CheckReport(
                new Subject(model, Task.custom(HOSTILE), HOSTILE),
                check,
                "should " + HOSTILE,
                HOSTILE,
                outcome,
                List.of(42L, 43L),
                new Price(1, 2, 3, 4),
                0.25,
                1e-4);
        return new Reported(
                report,
                Diagnosis.nothing(),
                "mvn test " + HOSTILE,
                Optional.of(new SourceLine("org.shop.ModelTest", "ModelTest.java", 12)));
    }
}
