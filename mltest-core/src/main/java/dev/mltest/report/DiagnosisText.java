package dev.mltest.report;

import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Finding;

import java.util.List;
import java.util.StringJoiner;

/** A diagnosis as a reader sees it: what is most likely, and what was ruled out on the way. */
public final class DiagnosisText {

    private static final int MOST_RULED_OUT = 6;

    private DiagnosisText() {}

    /** By itself, for several violations together, without a line break at its end. */
    public static String of(Diagnosis diagnosis) {
        StringJoiner lines = new StringJoiner("\n");
        add(lines, diagnosis);
        return lines.toString();
    }

    static void add(StringJoiner lines, Diagnosis diagnosis) {
        lines.add("  most likely");
        diagnosis.confirmed().forEach(cause -> add(lines, cause));
        if (diagnosis.confirmed().isEmpty()) {
            lines.add("    - none of the causes that were looked into");
        }
        List<Finding> refuted = diagnosis.refuted();
        if (!refuted.isEmpty()) {
            lines.add("  ruled out");
            refuted.stream().limit(MOST_RULED_OUT).forEach(cause -> add(lines, cause));
        }
        if (refuted.size() > MOST_RULED_OUT) {
            lines.add("    - and %d more".formatted(refuted.size() - MOST_RULED_OUT));
        }
    }

    private static void add(StringJoiner lines, Finding cause) {
        Wrapped.addItem(
                lines,
                "    - ",
                "%s: %s (%s)".formatted(cause.place(), cause.statement(), cause.evidence()));
    }
}
