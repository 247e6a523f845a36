package dev.mltest.report;

import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.model.Numbers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** All verdicts on a model at a glance: measured value, bound, price and time for each check. */
public final class VerdictTable {

    private static final int MOST_TEXT = 62;
    private static final Measurement NOTHING = new Measurement(
            "", "things examined", 0, Bound.above(0, "a check must examine something"));

    private VerdictTable() {}

    /** One line for each report, under a heading for the model; what was reused costs again. */
    public static String of(List<CheckReport> reports) {
        if (reports.isEmpty()) {
            return "no check was run";
        }
        Columns columns = new Columns();
        columns.row("verdict", "check", "measured", "allowed", "price", "seconds");
        reports.forEach(report -> columns.row(cells(report)));
        StringJoiner lines = new StringJoiner("\n");
        CheckReport last = reports.get(reports.size() - 1);
        lines.add("%s, %s (%s)"
                .formatted(
                        last.subject().model(),
                        last.subject().task().describe(),
                        last.subject().provenance()));
        columns.lines().forEach(line -> lines.add("  " + line.stripTrailing()));
        reports.forEach(report -> note(lines, report));
        Wrapped.add(lines, "  ", chance(reports));
        return lines.toString();
    }

    private static String chance(List<CheckReport> reports) {
        double[] rates = reports.stream()
                .mapToDouble(CheckReport::falseAlarmRate)
                .filter(rate -> rate > 0)
                .toArray();
        String total = "chance alone accuses a correct model in at most %s %% of such runs"
                .formatted(Numbers.text(100 * Arrays.stream(rates).sum()));
        return rates.length == 0
                ? total
                : "%s; statistical checks: %d, each at most %s"
                        .formatted(
                                total,
                                rates.length,
                                Chances.oneIn(Arrays.stream(rates).max().orElseThrow()));
    }

    private static void note(StringJoiner lines, CheckReport report) {
        if (report.outcome() instanceof Outcome.Held held && !held.note().isEmpty()) {
            Wrapped.addItem(lines, "  note      ", report.checkId() + ": " + held.note());
        }
    }

    private static String[] cells(CheckReport report) {
        String seconds = String.format(Locale.ROOT, "%.2f", report.seconds());
        String price = report.spent().toString();
        Outcome outcome = report.outcome();
        if (outcome instanceof Outcome.NotApplicable missing) {
            return new String[] {
                "-", report.checkId(), shortened(missing.reason()), "", price, seconds
            };
        }
        Measurement decisive = outcome.decisive().orElse(NOTHING);
        return new String[] {
            outcome.label(),
            report.checkId(),
            shortened(decisive.quantity() + " = " + Numbers.text(decisive.value())),
            decisive.allowed().describe(),
            price,
            seconds
        };
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT - 3) + "...";
    }
}
