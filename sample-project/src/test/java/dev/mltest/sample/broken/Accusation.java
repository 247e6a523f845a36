package dev.mltest.sample.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.FailureText;

import java.util.List;
import java.util.stream.Collectors;

/** What the default suite has to say about a broken twin. */
public final class Accusation {

    private static final long SEED = 42;

    private Accusation() {}

    /**
     * Expects a twin to be accused by this check at this place, and all that is said about it to be
     * approved.
     */
    public static void expect(ModelUnderTest twin, String checkId, String place) {
        List<CheckReport> violated = violatedBy(twin);
        assertThat(places(violated, checkId))
                .as("places found by %s", checkId)
                .anyMatch(found -> found.startsWith(place));
        Approved.isApproved(twin.name(), texts(violated));
    }

    private static List<CheckReport> violatedBy(ModelUnderTest twin) {
        try (Laboratory laboratory = new Laboratory(twin)) {
            return new CheckRunner(laboratory, Budget.unlimited())
                    .run(DefaultChecks.suite(), SEED).stream()
                            .filter(report -> report.outcome() instanceof Outcome.Violated)
                            .toList();
        }
    }

    private static List<String> places(List<CheckReport> violated, String checkId) {
        return violated.stream()
                .filter(report -> report.checkId().equals(checkId))
                .flatMap(report -> ((Outcome.Violated) report.outcome()).violations().stream())
                .map(Measurement::locus)
                .toList();
    }

    private static String texts(List<CheckReport> violated) {
        return violated.stream()
                .map(report -> FailureText.of(report, ".withSeed(" + SEED + ")"))
                .collect(Collectors.joining("\n\n"));
    }
}
