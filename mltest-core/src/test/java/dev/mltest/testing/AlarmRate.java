package dev.mltest.testing;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.EvidenceSource;

import org.apache.commons.statistics.distribution.BetaDistribution;

import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * How often a check fails on evidence drawn at random: its false-alarm rate if the evidence is
 * healthy, its power if it is not.
 *
 * @param evaluations how often it was judged, each time on other evidence
 * @param alarms how often it was violated
 */
public record AlarmRate(int evaluations, int alarms) {

    private static final double OUTSIDE = 0.025;

    /** Judges that often, each time on the evidence made from another seed, and prints the rate. */
    public static AlarmRate of(
            Check check, int evaluations, LongFunction<? extends EvidenceSource> evidence) {
        long alarms = LongStream.range(0, evaluations)
                .filter(seed -> isViolated(check, evidence.apply(seed)))
                .count();
        AlarmRate seen = new AlarmRate(evaluations, (int) alarms);
        System.out.printf(
                Locale.ROOT, "%s, asked for %.3g: %s%n", check.id(), check.falseAlarmRate(), seen);
        return seen;
    }

    private static boolean isViolated(Check check, EvidenceSource evidence) {
        return new CheckRunner(evidence, Budget.unlimited())
                        .run(check, Verdicts.SEED)
                        .outcome()
                instanceof Outcome.Violated;
    }

    /** The share of alarms. */
    public double rate() {
        return alarms / (double) evaluations;
    }

    /** Lower end of the 95 % interval of Clopper and Pearson. */
    public double low() {
        return alarms == 0
                ? 0
                : BetaDistribution.of(alarms, evaluations - alarms + 1.0)
                        .inverseCumulativeProbability(OUTSIDE);
    }

    /** Upper end of the 95 % interval of Clopper and Pearson. */
    public double high() {
        return alarms == evaluations
                ? 1
                : BetaDistribution.of(alarms + 1.0, evaluations - alarms)
                        .inverseSurvivalProbability(OUTSIDE);
    }

    /** For example {@code 490 of 10000, 4.90 % (95 %: 4.48 to 5.34 %)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d, %.3g %% (95 %%: %.3g to %.3g %%)",
                alarms,
                evaluations,
                100 * rate(),
                100 * low(),
                100 * high());
    }
}
