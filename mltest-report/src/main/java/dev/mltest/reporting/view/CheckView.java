package dev.mltest.reporting.view;

import dev.mltest.baseline.KnownViolation;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Clue;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.report.Reported;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One verdict.
 *
 * @param id in the page
 * @param reported the verdict with what is behind it
 * @param known if the violation was frozen
 * @param today the day of the run, by which frozen violations expire
 * @param isNew whether an earlier run did not have this violation
 */
public record CheckView(
        String id,
        Reported reported,
        Optional<KnownViolation> known,
        LocalDate today,
        boolean isNew) {

    private static final int MOST_HELD = 10;

    /** How it ended. */
    public Ending ending() {
        return Ending.of(report().outcome());
    }

    /** The verdict. */
    public CheckReport report() {
        return reported.report();
    }

    /** Whether it is a violation that is accepted today. */
    public boolean isFrozen() {
        return ending() == Ending.VIOLATED && known.isPresent() && !isExpired();
    }

    /** Whether it was frozen until a day that is over. */
    public boolean isExpired() {
        return known.isPresent() && known.get().until().isBefore(today);
    }

    /** In one line: the summary of a violation, a note, or the reason why nothing was examined. */
    public String remark() {
        Outcome outcome = report().outcome();
        if (outcome instanceof Outcome.Violated violated) {
            return violated.summary();
        }
        return outcome instanceof Outcome.Held held
                ? held.note()
                : ((Outcome.NotApplicable) outcome).reason();
    }

    /** All that was measured and kept, the worst or the closest to its bound first. */
    public List<Measurement> measurements() {
        Outcome outcome = report().outcome();
        if (outcome instanceof Outcome.Violated violated) {
            return violated.violations();
        }
        return outcome instanceof Outcome.Held held
                ? held.examined().stream()
                        .sorted(Comparator.comparingDouble(Measurement::slack))
                        .toList()
                : List.of();
    }

    /** Those that a page shows: all violations, and of what held the closest to their bounds. */
    public List<Measurement> shown() {
        return ending() == Ending.VIOLATED
                ? measurements()
                : measurements().stream().limit(MOST_HELD).toList();
    }

    /** The measurement that decided. */
    public Optional<Measurement> decisive() {
        return measurements().stream().findFirst();
    }

    /** Measured facts that narrow the cause. */
    public List<String> clues() {
        return report().outcome() instanceof Outcome.Violated violated
                ? violated.clues().stream().map(Clue::fact).toList()
                : List.of();
    }

    /** Where the bounds come from. */
    public List<String> sources() {
        return shown().stream().map(row -> row.allowed().source()).distinct().toList();
    }
}
