package dev.mltest.reporting.history;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;

import java.util.List;
import java.util.Optional;

/**
 * What an earlier run said of one check.
 *
 * @param model name of the model
 * @param check id of the check
 * @param outcome its label
 * @param seeds under which it was judged
 * @param decisive the worst violation or the tightest measurement, if anything was measured
 * @param violated where it was violated, in the order of severity
 */
public record PastVerdict(
        String model,
        String check,
        String outcome,
        List<Long> seeds,
        List<Measurement> decisive,
        List<String> violated) {

    /** Of so many places the record is kept. */
    private static final int MOST_PLACES = 100;

    /** Keeps its own copies. */
    public PastVerdict {
        seeds = List.copyOf(seeds);
        decisive = List.copyOf(decisive);
        violated = List.copyOf(violated);
    }

    static PastVerdict of(CheckReport report) {
        Outcome outcome = report.outcome();
        return new PastVerdict(
                report.subject().model(),
                report.checkId(),
                outcome.label(),
                report.seeds(),
                outcome.decisive().stream().toList(),
                outcome instanceof Outcome.Violated violated ? places(violated) : List.of());
    }

    private static List<String> places(Outcome.Violated violated) {
        return violated.violations().stream()
                .map(Measurement::locus)
                .distinct()
                .limit(MOST_PLACES)
                .toList();
    }

    Optional<Measurement> measured() {
        return decisive.stream().findFirst();
    }

    boolean isHeld() {
        return outcome.equals("held");
    }

    boolean isViolated() {
        return outcome.equals("violated");
    }

    boolean isAbout(String otherModel, String otherCheck) {
        return model.equals(otherModel) && check.equals(otherCheck);
    }
}
