package dev.mltest.reporting.history;

import dev.mltest.reporting.history.Comparison.Change;
import dev.mltest.reporting.history.Comparison.Drift;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two runs beside each other. */
final class Comparing {

    private static final Comparator<Change> ORDER = Comparator.comparing(
                    (Change change) -> !change.isNewViolation())
            .thenComparing(change -> !change.before().equals("violated"))
            .thenComparing(change -> change.after().equals("held"));

    private Comparing() {}

    /** Changes in this order: new violations, what was violated, what is examined no longer. */
    static Comparison of(String against, PastRun before, PastRun now) {
        return new Comparison(against, changes(before, now), drifts(before, now));
    }

    private static List<Change> changes(PastRun before, PastRun now) {
        Stream<Change> seen = now.verdicts().stream()
                .map(verdict -> change(verdict, label(before, verdict), verdict.outcome()));
        Stream<Change> missed = before.verdicts().stream()
                .filter(verdict -> now.verdict(verdict.model(), verdict.check()).isEmpty())
                .map(verdict -> change(verdict, verdict.outcome(), ""));
        return Stream.concat(seen, missed)
                .filter(change -> !change.before().equals(change.after()))
                .sorted(ORDER)
                .toList();
    }

    private static Change change(PastVerdict verdict, String before, String after) {
        return new Change(verdict.model(), verdict.check(), before, after);
    }

    private static String label(PastRun run, PastVerdict like) {
        return earlier(run, like).map(PastVerdict::outcome).orElse("");
    }

    private static List<Drift> drifts(PastRun before, PastRun now) {
        return now.verdicts().stream()
                .map(verdict -> earlier(before, verdict)
                        .flatMap(earlier -> Drifting.between(earlier, verdict)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PastVerdict> earlier(PastRun run, PastVerdict like) {
        return run.verdict(like.model(), like.check());
    }
}
