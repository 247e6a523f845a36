package dev.mltest.reporting.results;

import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.report.Reported;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * One verdict for each model and check, where several seeds, tests or shards have judged: violated
 * if any is, and held only if something was examined.
 */
public final class Strictest {

    private static final Comparator<Reported> BY_OUTCOME =
            Comparator.comparingInt(verdict -> rank(verdict.report().outcome()));
    private static final Comparator<Reported> STRICTER =
            BY_OUTCOME.thenComparingDouble(Strictest::concern);

    private Strictest() {}

    /** In the order in which a model and check first appear. */
    public static List<Reported> of(Results results) {
        Map<List<String>, Reported> verdicts = new LinkedHashMap<>();
        results.verdicts()
                .forEach(verdict ->
                        verdicts.merge(key(verdict), verdict, BinaryOperator.maxBy(STRICTER)));
        return List.copyOf(verdicts.values());
    }

    /** Violations only, the worst first. */
    public static List<Reported> violations(Results results) {
        return of(results).stream()
                .filter(verdict -> verdict.report().outcome() instanceof Outcome.Violated)
                .sorted(STRICTER.reversed())
                .toList();
    }

    private static List<String> key(Reported verdict) {
        return List.of(verdict.report().subject().model(), verdict.report().checkId());
    }

    private static int rank(Outcome outcome) {
        if (outcome instanceof Outcome.Violated) {
            return 2;
        }
        return outcome instanceof Outcome.Held ? 1 : 0;
    }

    /** How far outside, or how close to the bound. */
    private static double concern(Reported verdict) {
        Outcome outcome = verdict.report().outcome();
        return outcome.decisive()
                .map(
                        outcome instanceof Outcome.Violated
                                ? Measurement::excess
                                : (Measurement row) -> -row.slack())
                .orElse(0.0);
    }
}
