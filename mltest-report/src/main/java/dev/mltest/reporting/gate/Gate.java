package dev.mltest.reporting.gate;

import dev.mltest.baseline.Baseline;
import dev.mltest.baseline.Standing;
import dev.mltest.check.Outcome;
import dev.mltest.report.Reported;
import dev.mltest.reporting.history.PastRun;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.Strictest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a run may pass.
 *
 * @param policy which violations count
 * @param baseline violations that are frozen
 * @param today which of them are so still
 * @param reference the last run of the baseline branch, if there is one
 */
public record Gate(Policy policy, Baseline baseline, LocalDate today, Optional<PastRun> reference) {

    /** Weighs every violation. */
    public Decision decide(Results results) {
        List<Weighed> violations = Strictest.violations(results).stream()
                .map(this::weigh)
                .sorted(Comparator.comparing(weighed -> !weighed.decides()))
                .toList();
        return new Decision(
                policy,
                violations,
                having(Outcome.Held.class, results),
                having(Outcome.NotApplicable.class, results),
                note());
    }

    private Weighed weigh(Reported verdict) {
        Standing standing = baseline.of(verdict.report(), today);
        if (standing instanceof Standing.Frozen) {
            return new Weighed(verdict, false, true, standing.remark());
        }
        // An expired entry was violated before as well: it would never count as new.
        boolean isOld =
                policy == Policy.NEW && isOld(verdict) && !(standing instanceof Standing.Expired);
        return new Weighed(
                verdict,
                policy != Policy.NEVER && !isOld,
                false,
                isOld ? "violated in the last run of the baseline branch too" : standing.remark());
    }

    private boolean isOld(Reported verdict) {
        String model = verdict.report().subject().model();
        return reference
                .filter(run -> run.isViolated(model, verdict.report().checkId()))
                .isPresent();
    }

    private String note() {
        return policy == Policy.NEW && reference.isEmpty()
                ? "The history has no run of the baseline branch yet, so that every violation counts as new."
                : "";
    }

    private static List<Reported> having(Class<? extends Outcome> outcome, Results results) {
        return Strictest.of(results).stream()
                .filter(verdict -> outcome.isInstance(verdict.report().outcome()))
                .toList();
    }
}
