package dev.mltest.reporting.page;

import dev.mltest.baseline.KnownViolation;
import dev.mltest.model.Numbers;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.results.RunInfo;
import dev.mltest.reporting.view.CheckView;
import dev.mltest.reporting.view.Counts;
import dev.mltest.reporting.view.Ending;
import dev.mltest.reporting.view.ModelView;
import dev.mltest.reporting.view.ReportView;

import java.util.StringJoiner;

/** The report as text that other pages can show. */
public final class MarkdownReport {

    private final StringJoiner lines = new StringJoiner("\n", "", "\n");

    private MarkdownReport() {}

    /** The whole document. */
    public static String of(ReportView report) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.head(report);
        report.context().comparisons().forEach(markdown::changes);
        markdown.known(report);
        report.models().forEach(markdown::violations);
        report.models().forEach(markdown::verdicts);
        return markdown.lines.toString();
    }

    private void head(ReportView report) {
        RunInfo run = report.context().run();
        lines.add("# mltest report").add("");
        lines.add("**%s**".formatted(report.counts().describe())).add("");
        StringJoiner about = new StringJoiner(", ").add(run.at().toString());
        if (!run.branch().isEmpty()) {
            about.add("branch " + Markdown.text(run.branch()));
        }
        if (!run.commit().isEmpty()) {
            about.add("commit " + Markdown.text(run.commit()));
        }
        lines.add(about.toString()).add("");
        row("model", "suite", "violated", "held", "not applicable");
        lines.add("|---|---|--:|--:|--:|");
        report.models().forEach(this::summary);
        lines.add("");
    }

    private void summary(ModelView model) {
        Counts counts = model.counts();
        row(
                model.subject().model(),
                model.suite(),
                String.valueOf(counts.violated()),
                String.valueOf(counts.held()),
                String.valueOf(counts.notApplicable()));
    }

    private void changes(Comparison comparison) {
        lines.add("## Changed since " + Markdown.text(comparison.against())).add("");
        if (comparison.changes().isEmpty() && comparison.drifts().isEmpty()) {
            lines.add("Nothing.").add("");
            return;
        }
        row("model", "check", "what", "before", "now");
        lines.add("|---|---|---|---|---|");
        comparison
                .changes()
                .forEach(change -> row(
                        change.model(),
                        change.check(),
                        "verdict",
                        change.before(),
                        change.after()));
        comparison
                .drifts()
                .forEach(drift -> row(
                        drift.model(),
                        drift.check(),
                        "%s: %s".formatted(drift.locus(), drift.quantity()),
                        Numbers.text(drift.before()),
                        Numbers.text(drift.after())));
        lines.add("");
    }

    private void known(ReportView report) {
        if (report.context().known().isEmpty()) {
            return;
        }
        lines.add("## Known violations").add("");
        row("model", "check", "reason", "since", "until");
        lines.add("|---|---|---|---|---|");
        for (KnownViolation known : report.context().known()) {
            row(
                    known.model(),
                    known.check(),
                    known.reason(),
                    known.since().toString(),
                    known.until().toString());
        }
        lines.add("");
    }

    private void violations(ModelView model) {
        for (CheckView check : model.checks()) {
            if (check.ending() == Ending.VIOLATED) {
                lines.add("## %s: %s"
                                .formatted(
                                        Markdown.text(model.subject().model()),
                                        check.report().checkId()))
                        .add("");
                lines.add(Markdown.block(check.reported().text())).add("");
            }
        }
    }

    private void verdicts(ModelView model) {
        lines.add("## All verdicts on " + Markdown.text(model.subject().model()))
                .add("");
        row("outcome", "check", "measured", "allowed", "remark");
        lines.add("|---|---|---|---|---|");
        for (CheckView check : model.checks()) {
            row(
                    check.ending().label() + (check.isFrozen() ? " (known)" : ""),
                    check.report().checkId(),
                    check.decisive()
                            .map(row -> row.quantity() + " = " + Numbers.text(row.value()))
                            .orElse(""),
                    check.decisive().map(row -> row.allowed().describe()).orElse(""),
                    check.remark());
        }
        lines.add("");
    }

    private void row(String... cells) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |");
        for (String cell : cells) {
            row.add(Markdown.text(cell));
        }
        lines.add(row.toString());
    }
}
