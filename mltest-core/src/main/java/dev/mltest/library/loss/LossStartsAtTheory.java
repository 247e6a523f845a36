package dev.mltest.library.loss;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.OutputProfile;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StartEvidence;
import dev.mltest.experiment.Start;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;

/**
 * The typical loss before training (the geometric mean over seeds) lies between that of the best
 * constant predictor, which an untrained model cannot beat, and that of outputs four times as
 * varied as He's initialisation makes them. For k classes that is from the entropy of the class
 * shares to {@code log k + 4}: with logits of variance s2 the expected cross entropy is at most
 * {@code log k + s2 / 2} (Jensen's inequality), and s2 is allowed to be 8. Accused is only what is
 * outside by more than the seeds scatter, judged by a t interval.
 */
public final class LossStartsAtTheory implements Check {

    private static final double FALSE_ALARM_RATE = 1e-4;
    private static final int MOST_SEEDS = 8;
    private static final int LOOKS = 2;

    private final double falseAlarmRate;

    /** At a false-alarm rate of 1 in 10,000. */
    public LossStartsAtTheory() {
        this(FALSE_ALARM_RATE);
    }

    private LossStartsAtTheory(double falseAlarmRate) {
        this.falseAlarmRate = falseAlarmRate;
    }

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
        return falseAlarmRate;
    }

    @Override
    public Check atFalseAlarmRate(double rate) {
        return new LossStartsAtTheory(rate);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        List<StartEvidence> starts = book.of(new Start());
        if (starts.get(0).weightNorms().isEmpty()) {
            return new Outcome.NotApplicable("the model has no weights");
        }
        if (!StartEvidence.isSeeded(starts)) {
            return new Outcome.NotApplicable(
                    "the weights are the same for every seed, as those of a pretrained model are");
        }
        StartRange range = StartRange.of(book.subject().task(), starts);
        if (!range.isKnown()) {
            return new Outcome.NotApplicable(range.unknownBecause());
        }
        if (range.isReversed()) {
            return new Outcome.NotApplicable(
                    "worse outputs cost less, see loss-prefers-the-targets and loss-has-a-lower-bound");
        }
        MeanInterval interval = MeanInterval.of(losses(starts), falseAlarmRate / LOOKS);
        boolean inside = range.contains(interval.mean());
        if (!inside && !interval.isOutside(range.low(), range.high())) {
            return Verdict.Undecided.moreSeeds(
                    "the typical start %s is outside %s..%s, but %d seeds scatter too much to tell"
                            .formatted(
                                    Numbers.text(interval.mean()),
                                    Numbers.text(range.low()),
                                    Numbers.text(range.high()),
                                    starts.size()),
                    Math.max(0, MOST_SEEDS - starts.size()));
        }
        return outcome(starts, range, interval);
    }

    private static String conditions(List<StartEvidence> starts) {
        return "%d batches for each of %d seeds"
                .formatted(starts.get(0).batches().size(), starts.size());
    }

    private static double[] losses(List<StartEvidence> starts) {
        return starts.stream().mapToDouble(StartEvidence::loss).toArray();
    }

    private static Outcome outcome(
            List<StartEvidence> starts, StartRange range, MeanInterval interval) {
        StartEvidence first = starts.get(0);
        OutputProfile outputs = first.batches().get(0).outputs();
        return Examination.ofOne("the loss does not start where " + range.authority())
                .under(conditions(starts))
                .measure(
                        "loss",
                        "typical initial loss",
                        interval.mean(),
                        Bound.between(range.low(), range.high(), range.source()))
                .clue(range.theory())
                .clue("judged by a t interval over the seeds, which reaches from %s to %s"
                        .formatted(Numbers.text(interval.low()), Numbers.text(interval.high())))
                .clue("the outputs reach from %s to %s, their root mean square is %s"
                        .formatted(
                                Numbers.text(outputs.min()),
                                Numbers.text(outputs.max()),
                                Numbers.text(outputs.rms())))
                .outcome();
    }
}
