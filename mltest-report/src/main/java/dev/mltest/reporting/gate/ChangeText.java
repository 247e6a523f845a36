package dev.mltest.reporting.gate;

import static dev.mltest.reporting.gate.MarkdownText.code;
import static dev.mltest.reporting.gate.MarkdownText.plain;

import dev.mltest.model.Numbers;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.history.Comparison.Change;
import dev.mltest.reporting.history.Comparison.Drift;

/** What changed since an earlier run, in Markdown. */
final class ChangeText {

    private ChangeText() {}

    static void add(LimitedText text, Comparison comparison) {
        text.add("\n### Since %s\n\n".formatted(plain(comparison.against())));
        if (comparison.changes().isEmpty() && comparison.drifts().isEmpty()) {
            text.add("Nothing has changed.\n");
            return;
        }
        text.add("| model | check | before | now |\n|---|---|---|---|\n");
        comparison.changes().forEach(change -> text.add(row(change)));
        comparison.drifts().forEach(drift -> text.add(row(drift)));
    }

    private static String row(Change change) {
        return row(
                change.model(), change.check(), label(change.before()), label(change.after()), "");
    }

    private static String row(Drift drift) {
        return row(
                drift.model(),
                drift.check(),
                plain(Numbers.text(drift.before())),
                plain(Numbers.text(drift.after())),
                "<br>%s at %s".formatted(plain(drift.quantity()), code(drift.locus())));
    }

    private static String row(String model, String check, String before, String now, String place) {
        return "| %s | %s%s | %s | %s |\n".formatted(plain(model), code(check), place, before, now);
    }

    private static String label(String outcome) {
        if (outcome.isEmpty()) {
            return "not run";
        }
        return outcome.equals("violated") ? "**violated**" : plain(outcome);
    }
}
