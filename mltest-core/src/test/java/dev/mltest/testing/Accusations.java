package dev.mltest.testing;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the default suite accuses a model of.
 *
 * @param reports of the violated checks
 */
public record Accusations(List<CheckReport> reports) {

    /** Runs the default suite. */
    public static Accusations against(ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            return new Accusations(new CheckRunner(laboratory, Budget.unlimited())
                    .run(DefaultChecks.suite(), Verdicts.SEED).stream()
                            .filter(report -> report.outcome() instanceof Outcome.Violated)
                            .toList());
        }
    }

    /** The ids of the violated checks. */
    public List<String> checks() {
        return reports.stream().map(CheckReport::checkId).toList();
    }

    /** The places that a check names. */
    public List<String> places(String checkId) {
        return reports.stream()
                .filter(report -> report.checkId().equals(checkId))
                .flatMap(report -> Verdicts.violated(report).violations().stream())
                .map(Measurement::locus)
                .toList();
    }

    /** All that a user would read. */
    public String text() {
        return reports.stream().map(Verdicts::failure).collect(Collectors.joining("\n\n"));
    }
}
