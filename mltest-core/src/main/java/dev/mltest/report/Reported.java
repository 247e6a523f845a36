package dev.mltest.report;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.model.SourceLine;

import java.util.Optional;

/**
 * A verdict with what a reader wants beside it.
 *
 * @param report the verdict
 * @param diagnosis what is behind a violation; nothing if it was not looked for
 * @param reproduce one pasteable line that repeats the check
 * @param declared where the model is described, if that is known
 */
public record Reported(
        CheckReport report, Diagnosis diagnosis, String reproduce, Optional<SourceLine> declared) {

    /** The same, with what is behind it. */
    public Reported with(Diagnosis found) {
        return new Reported(report, found, reproduce, declared);
    }

    /** The failure as text, or an empty text if there is none. */
    public String text() {
        return report.outcome() instanceof Outcome.Violated
                ? FailureText.of(report, diagnosis, reproduce)
                : "";
    }
}
