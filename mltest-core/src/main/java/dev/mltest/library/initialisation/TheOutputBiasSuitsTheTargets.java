package dev.mltest.library.initialisation;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.OutputBiasEvidence;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StartEvidence;
import dev.mltest.experiment.OutputBias;
import dev.mltest.experiment.Start;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;

import java.util.List;
import java.util.Set;

/**
 * A last bias that was set on purpose starts no worse than a bias of 0 would. One that is 0 favours
 * nothing, and one drawn at random nothing on average: neither is accused, however uneven the
 * classes are. Judged by a t interval over seeds, under which weights change and the bias stays: of
 * the logarithm, since losses scatter over orders of magnitude.
 */
public final class TheOutputBiasSuitsTheTargets implements Check {

    private static final double FALSE_ALARM_RATE = 1e-4;
    private static final int ENOUGH_SEEDS = 3;
    private static final int MOST_SEEDS = 8;
    private static final int LOOKS = 2;
    private static final double MOST = 1.1;

    private final double falseAlarmRate;

    /** At a false-alarm rate of 1 in 10,000. */
    public TheOutputBiasSuitsTheTargets() {
        this(FALSE_ALARM_RATE);
    }

    private TheOutputBiasSuitsTheTargets(double falseAlarmRate) {
        this.falseAlarmRate = falseAlarmRate;
    }

    @Override
    public String id() {
        return "the-output-bias-suits-the-targets";
    }

    @Override
    public String claim() {
        return "should start no worse with its last bias than without";
    }

    @Override
    public String because() {
        return "a bias set for other targets has to be unlearnt before anything is learnt";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new OutputBias());
    }

    @Override
    public double falseAlarmRate() {
        return falseAlarmRate;
    }

    @Override
    public Check atFalseAlarmRate(double rate) {
        return new TheOutputBiasSuitsTheTargets(rate);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        List<OutputBiasEvidence> seen = book.of(new OutputBias());
        String reason = notJudged(book, seen.get(0));
        if (!reason.isEmpty()) {
            return new Outcome.NotApplicable(reason);
        }
        if (seen.size() < ENOUGH_SEEDS) {
            return Verdict.Undecided.moreSeeds(
                    "the last bias is not 0", ENOUGH_SEEDS - seen.size());
        }
        if (seen.stream().anyMatch(other -> !other.values().equals(seen.get(0).values()))) {
            return new Outcome.NotApplicable(
                    "the last bias is another for each seed: drawn at random, it favours nothing");
        }
        if (!book.has(new Start())) {
            return Verdict.Undecided.ask("the weights may be learnt ones", new Start());
        }
        return book.answers(new Start()) && !StartEvidence.isSeeded(book.of(new Start()))
                ? new Outcome.NotApplicable(
                        "the weights are the same for every seed, as those of a pretrained model are")
                : judged(seen);
    }

    private static String notJudged(EvidenceBook book, OutputBiasEvidence seen) {
        if (book.subject().task() instanceof Task.Custom) {
            return "what a custom task's targets favour is not known";
        }
        if (seen.parameter().isEmpty()) {
            return "the last parameter adds no constant to the outputs";
        }
        if (seen.maxAbs() == 0) {
            return "the last bias starts at 0, which favours nothing";
        }
        boolean estimates = book.subject().task() instanceof Task.Regression
                || book.subject().task() instanceof Task.Reconstruction;
        if (estimates && Double.isNaN(seen.bestConstantLoss())) {
            return "the outputs are no estimates of the targets";
        }
        return seen.lossWithout() > 0 && !(seen.loss() <= 0) ? "" : "the loss is not above 0";
    }

    private Verdict judged(List<OutputBiasEvidence> seen) {
        BiasCost cost = BiasCost.of(seen, falseAlarmRate / LOOKS);
        if (cost.factor() > MOST && cost.low() <= MOST) {
            return Verdict.Undecided.moreSeeds(
                    "with the last bias the loss is %s times as large, but %d seeds scatter too much to tell"
                            .formatted(Numbers.text(cost.factor()), seen.size()),
                    Math.max(0, MOST_SEEDS - seen.size()));
        }
        return outcome(seen, cost.factor());
    }

    private static Outcome outcome(List<OutputBiasEvidence> seen, double factor) {
        OutputBiasEvidence first = seen.get(0);
        return Examination.ofOne("the last bias makes the start worse")
                .under("4 batches for each of %d seeds".formatted(seen.size()))
                .measure(
                        first.parameter(),
                        "initial loss, over that with a bias of 0",
                        factor,
                        Bound.atMost(
                                MOST,
                                "ten times the cost of a default of 0.1 in a standardised regression"))
                .clue(
                        "the loss is %s with this bias, %s with 0 instead; the best constant outputs have %s"
                                .formatted(
                                        Numbers.text(first.loss()),
                                        Numbers.text(first.lossWithout()),
                                        Numbers.text(first.bestConstantLoss())))
                .clue("under every seed the bias is "
                        + Listing.of(first.values().stream().map(Numbers::text).toList()))
                .outcome();
    }
}
