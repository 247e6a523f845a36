package dev.mltest.check;

import dev.mltest.model.Numbers;

import java.util.function.Supplier;

/**
 * Decides between "as in a healthy model" and "as in a faulty one" seed by seed: at once where the
 * evidence is clear, after more seeds where it is close. Wald's sequential probability ratio test
 * (1945) with the bounds of Ville (1939): the likelihood ratio of faulty to healthy exceeds
 * {@code 1 / falseAlarmRate} at any time, however often one looks, with a probability of at most
 * {@code falseAlarmRate} if the model is healthy; and it falls below {@code missRate} with a
 * probability of at most {@code missRate} if it is faulty. Both hold as well if looking stops early
 * for want of budget: what is then undecided is neither.
 *
 * <p>On average it takes about {@code log(1 / missRate)} over the mean information of a seed to
 * clear a healthy model, see {@link #expectedSeeds}, and never more than {@code mostSeeds}.
 *
 * @param falseAlarmRate how often, at most, a healthy model is accused
 * @param missRate how often, at most, a model as faulty as assumed is cleared
 * @param mostSeeds after so many seeds no more are asked for
 */
public record SequentialTest(double falseAlarmRate, double missRate, int mostSeeds) {

    /** Checks the rates. */
    public SequentialTest {
        if (!(falseAlarmRate > 0 && missRate > 0 && falseAlarmRate + missRate < 1)) {
            throw new IllegalArgumentException("rates of %s and %s leave nothing to decide"
                    .formatted(falseAlarmRate, missRate));
        }
    }

    /**
     * Logarithm of the likelihood ratio of failures counted over seeds.
     *
     * @param failures under how many seeds something failed
     * @param seeds of how many
     * @param healthy chance of a failure under one seed of a healthy model, at most
     * @param faulty the same of a faulty model, at least
     */
    public static double ofFailures(int failures, int seeds, double healthy, double faulty) {
        return failures * Math.log(faulty / healthy)
                + (seeds - failures) * Math.log((1 - faulty) / (1 - healthy));
    }

    /**
     * Logarithm of the likelihood ratio of a sum of normal figures, one for each seed.
     *
     * @param sum of the figures
     * @param seeds how many there are
     * @param shift mean of a faulty model's figures, that of a healthy one being 0
     * @param deviation of one figure, known
     */
    public static double ofNormal(double sum, int seeds, double shift, double deviation) {
        return shift * (sum - seeds * shift / 2) / (deviation * deviation);
    }

    /**
     * The verdict on what was seen so far. Asks for as many seeds again, so that the number of
     * looks stays small; looking more often would cost nothing in error rates.
     *
     * @param logLikelihoodRatio of faulty to healthy, over all seeds so far; NaN is undecided
     * @param seeds how many there are
     */
    public Verdict decide(
            double logLikelihoodRatio,
            int seeds,
            Supplier<? extends Outcome> healthy,
            Supplier<? extends Outcome> faulty) {
        if (logLikelihoodRatio >= -Math.log(falseAlarmRate)) {
            return faulty.get();
        }
        if (logLikelihoodRatio <= Math.log(missRate)) {
            return healthy.get();
        }
        String open = "over %d seeds a fault is %s times as likely as none, which needs %s or %s"
                .formatted(
                        seeds,
                        Numbers.text(Math.exp(logLikelihoodRatio)),
                        Numbers.text(missRate),
                        Numbers.text(1 / falseAlarmRate));
        return Verdict.Undecided.moreSeeds(open, Math.max(0, Math.min(seeds, mostSeeds - seeds)));
    }

    /**
     * About how many seeds it takes on average to clear a healthy model, looking after each of them
     * (Wald): the way to go over the mean step.
     *
     * @param informationPerSeed mean fall of the log likelihood ratio for each seed, above 0
     */
    public double expectedSeeds(double informationPerSeed) {
        double way = (1 - falseAlarmRate) * -Math.log(missRate)
                + falseAlarmRate * Math.log(falseAlarmRate);
        return way / informationPerSeed;
    }
}
