package dev.mltest.library.loop;

import dev.mltest.check.Bound;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LoopStepsEvidence;
import dev.mltest.evidence.LoopStepsEvidence.UpdateRank;
import dev.mltest.model.Numbers;

import org.apache.commons.statistics.distribution.BinomialDistribution;

import java.util.List;
import java.util.function.Predicate;

/**
 * Is one of several updates too often the odd one out: farthest from the middle of all, or nearest
 * to it? Among n that are drawn alike each is so with probability 1/n, whatever their distribution;
 * so the count over independent starts is binomial. Half of the false-alarm rate is spent on the
 * first seed, half on a second.
 */
final class OddOneOut {

    private static final int UPDATES = 2;
    private static final int SIDES = 2;
    private static final int STAGES = 2;
    private static final double SUSPICIOUS = 0.002;

    private final double rate;

    OddOneOut(double rate) {
        this.rate = rate;
    }

    double rate() {
        return rate;
    }

    Verdict judge(Examination examination, List<LoopStepsEvidence> seeds) {
        boolean close = false;
        for (int update = 1; update <= UPDATES; update++) {
            Count farthest = Count.of(seeds, update, UpdateRank::outermost);
            close |= measure(examination, update, "farthest out", farthest);
            if (seeds.get(0).accumulated() == 1) {
                Count nearest = Count.of(seeds, update, UpdateRank::innermost);
                close |= measure(examination, update, "nearest to the middle", nearest);
            }
            examination.clue(
                    "after update %d the loop has moved %s times as far as declared, on average"
                            .formatted(update, Numbers.text(farthest.ratio())));
        }
        return close && !examination.findsViolation() && seeds.size() < STAGES
                ? Verdict.Undecided.moreSeeds("the loop's update is often the odd one out", 1)
                : examination.outcome();
    }

    /** Measures one count; says whether it is suspicious, though allowed. */
    private boolean measure(Examination examination, int update, String where, Count count) {
        int limit = count.limit(rate / UPDATES / SIDES / STAGES);
        examination.measure(
                "loop step " + update,
                "starts at which it lies " + where,
                count.odd(),
                Bound.atMost(
                        limit,
                        "binomial: each of %d updates does so with probability 1/%d; false-alarm rate %s"
                                .formatted(count.pool(), count.pool(), Numbers.text(rate))));
        return count.odd() <= limit && count.chance() < SUSPICIOUS;
    }

    /** How often an update was the odd one out. */
    private record Count(int starts, int odd, int pool, double ratio) {

        static Count of(List<LoopStepsEvidence> seeds, int update, Predicate<UpdateRank> isOdd) {
            List<UpdateRank> ranks = seeds.stream()
                    .flatMap(seed -> seed.ranks().stream())
                    .filter(rank -> rank.update() == update)
                    .toList();
            return new Count(
                    ranks.size(),
                    (int) ranks.stream().filter(isOdd).count(),
                    seeds.get(0).references() + 1,
                    ranks.stream().mapToDouble(UpdateRank::ratio).average().orElse(1));
        }

        /** The most that chance explains at this level. */
        int limit(double level) {
            BinomialDistribution chance = distribution();
            int limit = 0;
            while (limit < starts && chance.survivalProbability(limit) > level) {
                limit++;
            }
            return limit;
        }

        /** How likely so many or more are. */
        double chance() {
            return distribution().survivalProbability(odd - 1);
        }

        private BinomialDistribution distribution() {
            return BinomialDistribution.of(starts, 1.0 / pool);
        }
    }
}
