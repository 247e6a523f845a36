package dev.mltest.junit;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.model.Numbers;
import dev.mltest.report.Reported;
import dev.mltest.report.SuiteText;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a test runner is told of several verdicts together: violated if any is that is not known;
 * not examined if a violation is known, or if none held.
 *
 * @param reports the verdicts
 * @param reproduceLine how to get them again
 * @param diagnosing what is behind violations
 * @param known violations that are accepted for a while
 */
record Judgement(
        List<CheckReport> reports,
        Function<CheckReport, String> reproduceLine,
        Function<List<CheckReport>, Diagnosis> diagnosing,
        Known known) {

    /**
     * Lets the consequence happen, if there is one.
     *
     * @param dressing of the message
     */
    void pronounce(Consequence consequence, UnaryOperator<String> dressing) {
        List<CheckReport> violated = having(Outcome.Violated.class);
        List<CheckReport> failing =
                violated.stream().filter(report -> !known.isFrozen(report)).toList();
        if (!failing.isEmpty()) {
            UnaryOperator<String> remarking =
                    text -> dressing.apply(text + known.remarks(violated));
            consequence.failed(StackTraces.trimmed(failure(failing, remarking)));
        } else if (!violated.isEmpty()) {
            abort(consequence, dressing, known.reasons(violated));
        } else if (having(Outcome.Held.class).isEmpty()) {
            abort(consequence, dressing, SuiteText.reasons(reports));
        }
    }

    private static void abort(
            Consequence consequence, UnaryOperator<String> dressing, String reasons) {
        consequence.notExamined(
                StackTraces.trimmed(new TestAbortedException(dressing.apply(reasons))));
    }

    private AssertionFailedError failure(
            List<CheckReport> violated, UnaryOperator<String> dressing) {
        return new AssertionFailedError(
                dressing.apply(text(violated)),
                table(violated, Judgement::allowed),
                table(violated, Judgement::measured));
    }

    private String text(List<CheckReport> violated) {
        return SuiteText.violations(
                violated.stream().map(this::reported).toList(),
                reports.size(),
                diagnosing.apply(violated));
    }

    private Reported reported(CheckReport report) {
        return new Reported(
                report, Diagnosis.nothing(), reproduceLine.apply(report), Optional.empty());
    }

    private List<CheckReport> having(Class<? extends Outcome> outcome) {
        return reports.stream()
                .filter(report -> outcome.isInstance(report.outcome()))
                .toList();
    }

    private static String table(
            List<CheckReport> violated, Function<CheckReport, Stream<String>> rows) {
        return violated.stream().flatMap(rows).collect(Collectors.joining("\n"));
    }

    private static Stream<String> allowed(CheckReport report) {
        return violations(report).isEmpty()
                ? Stream.of(report.claim())
                : rows(report, measurement -> measurement.allowed().describe());
    }

    private static Stream<String> measured(CheckReport report) {
        return violations(report).isEmpty()
                ? Stream.of(((Outcome.Violated) report.outcome()).summary())
                : rows(report, measurement -> "= " + Numbers.text(measurement.value()));
    }

    private static Stream<String> rows(CheckReport report, Function<Measurement, String> column) {
        List<Measurement> rows = violations(report);
        int width = rows.stream().mapToInt(row -> place(row).length()).max().orElseThrow();
        return rows.stream().map(row -> {
            String gap = " ".repeat(width - place(row).length());
            return place(row) + gap + "  " + column.apply(row);
        });
    }

    /** The case that the worst violation is about. */
    static OptionalInt worstCase(CheckReport report) {
        return report.outcome() instanceof Outcome.Violated violated
                ? violated.worstCase()
                : OptionalInt.empty();
    }

    private static List<Measurement> violations(CheckReport report) {
        return ((Outcome.Violated) report.outcome()).violations();
    }

    private static String place(Measurement row) {
        return row.locus() + "  " + row.quantity();
    }
}
