package dev.mltest.reporting.gate;

import static dev.mltest.reporting.gate.MarkdownText.code;
import static dev.mltest.reporting.gate.MarkdownText.plain;

import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.model.Numbers;
import dev.mltest.report.Reported;
import dev.mltest.reporting.history.Comparison;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The summary of a job on GitHub, in its Markdown: what decides, what changed, what is frozen. */
public final class JobSummary {

    /** As much GitHub takes from one step. */
    public static final int MOST_BYTES = 1024 * 1024;

    private final Decision decision;
    private final LimitedText text;

    private JobSummary(Decision decision, int bytes) {
        this.decision = decision;
        this.text = new LimitedText(bytes);
    }

    /**
     * The summary of a run.
     *
     * @param comparisons with earlier runs
     * @param annotations that GitHub shows beside it
     * @param bytes the most that it may take
     */
    public static String of(
            Decision decision, List<Comparison> comparisons, Annotations annotations, int bytes) {
        JobSummary summary = new JobSummary(decision, bytes);
        summary.heading(annotations);
        summary.violations("Violations", violation -> !violation.frozen());
        summary.violations("Frozen", Weighed::frozen);
        comparisons.forEach(comparison -> ChangeText.add(summary.text, comparison));
        summary.notExamined();
        return summary.text.toString();
    }

    private void heading(Annotations annotations) {
        text.add("## mltest: %s\n\n".formatted(plain(decision.describe())));
        long frozen = decision.violations().stream().filter(Weighed::frozen).count();
        text.add("%d held, %d violated, %d of them frozen, %d could not be examined.\n"
                .formatted(
                        decision.held().size(),
                        decision.violations().size(),
                        frozen,
                        decision.notExamined().size()));
        text.add(decision.note().isEmpty() ? "" : "\n" + plain(decision.note()) + "\n");
        text.add(
                annotations.leftOut() == 0
                        ? ""
                        : "\nNot annotated, since GitHub shows %d errors and %d warnings: %d more.\n"
                                .formatted(
                                        Annotations.MOST, Annotations.MOST, annotations.leftOut()));
    }

    private void violations(String title, Predicate<Weighed> wanted) {
        List<Weighed> rows = decision.violations().stream().filter(wanted).toList();
        if (rows.isEmpty()) {
            return;
        }
        text.add("\n### %s\n\n| | claim | worst | allowed | reproduce |\n|---|---|---|---|---|\n"
                .formatted(title));
        rows.forEach(row -> text.add(row(row)));
    }

    private static String row(Weighed violation) {
        Measurement worst = violation.report().outcome().decisive().orElse(null);
        String remark = violation.remark().isEmpty() ? "" : "<br>" + plain(violation.remark());
        return "| %s | **%s** %s: %s<br>%s%s | %s | %s | %s |\n"
                .formatted(
                        violation.decides() ? "fails" : "",
                        plain(violation.model()),
                        plain(violation.report().claim()),
                        plain(violation.summary()),
                        code(violation.check()),
                        remark,
                        worst == null ? "" : measured(worst),
                        worst == null ? "" : plain(worst.allowed().describe()),
                        code(violation.verdict().reproduce()));
    }

    private static String measured(Measurement worst) {
        return "%s<br>%s = %s"
                .formatted(
                        code(worst.locus()),
                        plain(worst.quantity()),
                        plain(Numbers.text(worst.value())));
    }

    private void notExamined() {
        Map<String, List<Reported>> byReason = decision.notExamined().stream()
                .collect(Collectors.groupingBy(
                        JobSummary::reason, TreeMap::new, Collectors.toList()));
        if (byReason.isEmpty()) {
            return;
        }
        text.add("\n### Could not be examined\n\n| model and check | because |\n|---|---|\n");
        byReason.forEach((reason, verdicts) ->
                text.add("| %s | %s |\n".formatted(checks(verdicts), plain(reason))));
    }

    private static String checks(List<Reported> verdicts) {
        return verdicts.stream()
                .map(Reported::report)
                .map(report -> plain(report.subject().model()) + " " + code(report.checkId()))
                .collect(Collectors.joining("<br>"));
    }

    private static String reason(Reported verdict) {
        return verdict.report().outcome() instanceof Outcome.NotApplicable missing
                ? missing.reason()
                : "";
    }
}
