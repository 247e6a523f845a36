package dev.mltest.report;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Clue;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.model.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** A violation as a reader sees it: claim, reason, what is where against what is allowed, clues. */
public final class FailureText {

    private static final int MOST_ROWS = 10;
    private static final int MOST_CLUES = 8;
    private static final int WIDTH = 96;

    private final CheckReport report;
    private final Outcome.Violated violated;
    private final Diagnosis diagnosis;
    private final StringJoiner lines = new StringJoiner("\n");

    private FailureText(CheckReport report, Outcome.Violated violated, Diagnosis diagnosis) {
        this.report = report;
        this.violated = violated;
        this.diagnosis = diagnosis;
    }

    /**
     * The whole text, without a line break at its end.
     *
     * @param report a report whose outcome is violated
     * @param reproduce one pasteable line that repeats the check
     * @throws IllegalArgumentException if the outcome is not violated
     */
    public static String of(CheckReport report, String reproduce) {
        return of(report, Diagnosis.nothing(), reproduce);
    }

    /**
     * The whole text with what is behind the violation, without a line break at its end.
     *
     * @param report a report whose outcome is violated
     * @param diagnosis of this violation
     * @param reproduce one pasteable line that repeats the check
     * @throws IllegalArgumentException if the outcome is not violated
     */
    public static String of(CheckReport report, Diagnosis diagnosis, String reproduce) {
        if (report.outcome() instanceof Outcome.Violated violated) {
            return new FailureText(report, violated, diagnosis).compose(reproduce);
        }
        throw new IllegalArgumentException(report.checkId() + " is not violated");
    }

    private String compose(String reproduce) {
        Wrapped.add(lines, "", report.subject().model() + " " + report.claim());
        Wrapped.add(lines, "  ", "because " + report.because());
        lines.add("");
        Wrapped.add(lines, "  ", Conditions.withSeeds(violated.summary(), report.seeds()));
        rows().forEach(row -> lines.add("    " + row));
        clues();
        if (!diagnosis.isEmpty()) {
            lines.add("");
            DiagnosisText.add(lines, diagnosis);
        }
        lines.add("");
        footer(reproduce);
        return lines.toString();
    }

    private List<String> rows() {
        List<Measurement> shown =
                violated.violations().stream().limit(MOST_ROWS).toList();
        Columns table = new Columns();
        shown.forEach(row -> table.row(row.locus(), measured(row), allowed(row)));
        List<String> rows =
                new ArrayList<>(table.isWiderThan(WIDTH) ? stacked(shown) : table.lines());
        int hidden = violated.violations().size() - shown.size();
        if (hidden > 0) {
            rows.add("... and %d more".formatted(hidden));
        }
        return rows;
    }

    /** Two lines for each measurement, where one would be too wide. */
    private static List<String> stacked(List<Measurement> shown) {
        return shown.stream()
                .flatMap(row ->
                        Stream.of(row.locus(), "    " + measured(row) + "   " + allowed(row)))
                .toList();
    }

    private static String measured(Measurement row) {
        return row.quantity() + " = " + Numbers.text(row.value());
    }

    private static String allowed(Measurement row) {
        return "allowed " + row.allowed().describe();
    }

    private void clues() {
        if (violated.clues().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  seen along the way");
        violated.clues().stream()
                .limit(MOST_CLUES)
                .map(Clue::fact)
                .forEach(fact -> Wrapped.addItem(lines, "    - ", fact));
        int hidden = violated.clues().size() - MOST_CLUES;
        if (hidden > 0) {
            lines.add("    - and %d more".formatted(hidden));
        }
    }

    private void footer(String reproduce) {
        violated.violations().stream()
                .map(measurement -> measurement.allowed().source())
                .distinct()
                .limit(2)
                .forEach(source -> Wrapped.addItem(lines, "  bound       ", source));
        if (report.falseAlarmRate() > 0) {
            Wrapped.addItem(lines, "  by chance   ", Chances.describe(report.falseAlarmRate()));
        }
        violated.violations().stream()
                .map(Measurement::locus)
                .filter(locus -> locus.split("\\s", 2)[0].contains("/"))
                .findFirst()
                .ifPresent(locus -> lines.add("  meant so?   .ignoring(\"" + glob(locus) + "\")"));
        lines.add("  reproduce   " + reproduce);
        lines.add("  about       docs/checks/%s.md   (%s)"
                .formatted(report.checkId(), report.subject().provenance()));
    }

    private static String glob(String locus) {
        String path = locus.split("\\s", 2)[0];
        return path.substring(0, path.lastIndexOf('/')) + "/**";
    }
}
