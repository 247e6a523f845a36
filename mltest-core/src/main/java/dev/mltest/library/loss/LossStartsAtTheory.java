package dev.mltest.library.loss;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StartEvidence;
import dev.mltest.experiment.Start;
import dev.mltest.model.Numbers;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.List;
import java.util.Set;

/**
 * Averaged over seeds, the loss before training lies between that of the best constant predictor,
 * which an untrained model cannot beat, and that of outputs four times as varied as He's
 * initialisation makes them. For k classes that is from the entropy of the class shares to
 * {@code log k + 4}: with logits of variance s2 the expected cross entropy is at most {@code log k
 * + s2 / 2} (Jensen's inequality), and s2 is allowed to be 8.
 */
public final class LossStartsAtTheory implements Check {

    private static final double FALSE_ALARM_RATE = 1e-3;
    private static final int MOST_SEEDS = 8;

    @Override
    public String id() {
        return "loss-starts-at-theory";
    }

    @Override
    public String claim() {
        return "should start at the loss that theory predicts for its task";
    }

    @Override
    public String because() {
        return "a wrong start shows a wrong loss, wrong labels or a wild initialisation before any"
                + " training is paid for";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Start());
    }

    @Override
    public int seeds() {
        return 3;
    }

    @Override
    public double falseAlarmRate() {
        return FALSE_ALARM_RATE;
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        List<StartEvidence> starts = book.of(new Start());
        if (!seedDecidesWeights(starts)) {
            return new Outcome.NotApplicable(
                    "the weights are the same for every seed, as those of a pretrained model are");
        }
        StartRange range = StartRange.of(book.subject().task(), starts);
        if (!range.isKnown()) {
            return new Outcome.NotApplicable(range.unknownBecause());
        }
        double[] losses = starts.stream().mapToDouble(StartEvidence::loss).toArray();
        MeanInterval interval = MeanInterval.of(losses, FALSE_ALARM_RATE);
        boolean clear =
                range.contains(interval.mean()) || interval.isOutside(range.low(), range.high());
        if (!clear && losses.length < MOST_SEEDS) {
            return Verdict.Undecided.moreSeeds(
                    "the mean start %s is outside %s..%s, but %d seeds scatter too much to tell"
                            .formatted(
                                    Numbers.text(interval.mean()),
                                    Numbers.text(range.low()),
                                    Numbers.text(range.high()),
                                    losses.length),
                    MOST_SEEDS - losses.length);
        }
        return outcome(starts, range, interval);
    }

    private Outcome outcome(List<StartEvidence> starts, StartRange range, MeanInterval interval) {
        Bound bound = range.contains(interval.mean())
                ? Bound.between(range.low(), range.high(), range.source())
                : Bound.between(
                        range.low() - interval.halfWidth(),
                        range.high() + interval.halfWidth(),
                        "%s; widened by %s, a t interval at a false-alarm rate of %s over %d seeds"
                                .formatted(
                                        range.source(),
                                        Numbers.text(interval.halfWidth()),
                                        Numbers.text(FALSE_ALARM_RATE),
                                        starts.size()));
        StartEvidence first = starts.get(0);
        return Examination.ofOne("the loss does not start where theory says")
                .under("%d seeds, %d batches each"
                        .formatted(starts.size(), first.batches().size()))
                .measure("loss", "mean initial loss", interval.mean(), bound)
                .clue(range.theory())
                .clue("the outputs reach from %s to %s, their root mean square is %s"
                        .formatted(
                                Numbers.text(first.batches().get(0).outputs().min()),
                                Numbers.text(first.batches().get(0).outputs().max()),
                                Numbers.text(first.batches().get(0).outputs().rms())))
                .outcome();
    }

    private static boolean seedDecidesWeights(List<StartEvidence> starts) {
        List<Double> first = starts.get(0).weightNorms();
        return starts.stream().anyMatch(start -> !start.weightNorms().equals(first));
    }

    /** Mean of a sample with the half width of its two-sided t interval. */
    private record MeanInterval(double mean, double halfWidth) {

        static MeanInterval of(double[] sample, double errorRate) {
            int n = sample.length;
            double mean = java.util.Arrays.stream(sample).average().orElse(Double.NaN);
            double squares = java.util.Arrays.stream(sample)
                    .map(x -> (x - mean) * (x - mean))
                    .sum();
            double t = TDistribution.of(n - 1.0).inverseSurvivalProbability(errorRate / 2);
            return new MeanInterval(mean, t * Math.sqrt(squares / (n - 1.0) / n));
        }

        boolean isOutside(double low, double high) {
            return !(mean + halfWidth >= low && mean - halfWidth <= high);
        }
    }
}
