package dev.mltest.corpus.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of Markdown. */
final class Tables {

    private Tables() {}

    /** A table; the first column is text, the others are numbers. */
    static String table(List<String> heads, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(row(heads));
        lines.add("|---|" + "---:|".repeat(heads.size() - 1));
        rows.forEach(cells -> lines.add(row(cells)));
        return String.join("\n", lines) + "\n\n";
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.strip().replaceAll("\\s+", " ").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** For example {@code 12/80 15 % [8, 25]}. */
    static String rate(Rate rate) {
        return rate.of() == 0
                ? "-"
                : "%d/%d %s"
                        .formatted(rate.count(), rate.of(), percent(rate.value(), rate.exact()));
    }

    /** For example {@code 15 % [8, 25]}. */
    static String percent(double value, double... interval) {
        return String.format(
                Locale.ROOT,
                "%.0f %% [%.0f, %.0f]",
                100 * value,
                100 * interval[0],
                100 * interval[1]);
    }

    /** For example {@code 0.41 [0.30, 0.52]}. */
    static String number(double value, double... interval) {
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", value, interval[0], interval[1]);
    }
}
