package dev.mltest.report;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Several verdicts together as a reader sees them. */
public final class SuiteText {

    private SuiteText() {}

    /**
     * Every violation, and then once what is behind them; an empty text if nothing is violated.
     *
     * @param violated the violations
     * @param judged how many checks were run together
     * @param diagnosis of the violations
     */
    public static String violations(List<Reported> violated, int judged, Diagnosis diagnosis) {
        if (violated.isEmpty()) {
            return "";
        }
        if (judged == 1) {
            return violated.get(0).with(diagnosis).text().strip();
        }
        String texts = violated.stream()
                .map(verdict -> verdict.with(Diagnosis.nothing()).text().strip())
                .collect(Collectors.joining("\n\n"));
        String cause =
                diagnosis.isEmpty() ? "" : "\n\n" + DiagnosisText.of(diagnosis).stripIndent();
        return "%d of %d checks are violated\n\n%s%s"
                .formatted(violated.size(), judged, texts, cause);
    }

    /** Why nothing could be said, one line for each check. */
    public static String reasons(List<CheckReport> reports) {
        return reports.stream().map(SuiteText::reason).collect(Collectors.joining("\n"));
    }

    /** What could not be examined and why, one item for each reason; empty if all was examined. */
    public static String notExamined(List<CheckReport> reports) {
        Map<String, String> checksByReason = new LinkedHashMap<>();
        for (CheckReport report : reports) {
            if (report.outcome() instanceof Outcome.NotApplicable missing) {
                checksByReason.merge(missing.reason(), report.checkId(), SuiteText::listed);
            }
        }
        StringJoiner lines = new StringJoiner("\n");
        lines.setEmptyValue("");
        checksByReason.forEach(
                (reason, checks) -> Wrapped.addItem(lines, "  - ", checks + ": " + reason));
        return lines.toString();
    }

    private static String listed(String checks, String another) {
        return List.of(checks.split(", ")).contains(another) ? checks : checks + ", " + another;
    }

    private static String reason(CheckReport report) {
        String reason = report.outcome() instanceof Outcome.NotApplicable notApplicable
                ? notApplicable.reason()
                : "";
        return "%s is not applicable to %s: %s"
                .formatted(report.checkId(), report.subject().model(), reason);
    }
}
