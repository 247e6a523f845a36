package dev.mltest.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.Price;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.Verdicts;

import java.util.List;
import java.util.stream.Stream;

/** Diagnoses models, and single causes. */
final class Diagnoses {

    private Diagnoses() {}

    /** What is behind all violations of the default suite. */
    static Diagnosis of(ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            return new Diagnostician(runner)
                    .diagnose(runner.run(DefaultChecks.suite(), Verdicts.SEED));
        }
    }

    /** What is behind all violations of the default suite. */
    static Diagnosis of(ReferenceModel model) {
        return of(model.build());
    }

    /**
     * What one cause's experiment says of a model of which these checks are said to be violated.
     */
    static Finding examine(Cause cause, ModelUnderTest model, String... violated) {
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            List<CheckReport> reports =
                    Stream.of(violated).map(id -> violated(laboratory, id)).toList();
            return cause.examine(new Inquiry(runner, Verdicts.SEED, reports));
        }
    }

    /** Demands that the cause is confirmed, and gives what was found. */
    static Finding confirmed(Diagnosis diagnosis, String cause) {
        assertThat(diagnosis.confirmed()).extracting(Finding::cause).containsExactly(cause);
        return diagnosis.confirmed().get(0);
    }

    /** A report that says that a check is violated. */
    static CheckReport violated(Laboratory laboratory, String id) {
        return new CheckReport(
                laboratory.subject(),
                id,
                "should be fine",
                "it matters",
                new Outcome.Violated("it is not", List.of(), 1, List.of()),
                List.of(Verdicts.SEED),
                Price.FREE,
                0,
                0);
    }
}
