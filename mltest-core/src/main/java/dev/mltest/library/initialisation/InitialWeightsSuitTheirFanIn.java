package dev.mltest.library.initialisation;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.FanEvidence;
import dev.mltest.evidence.FanEvidence.Drawn;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.FittedWeights;
import dev.mltest.model.Numbers;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import java.util.Set;

/**
 * No weight varies by more than 2 over its fan-in, He's initialisation, beyond what a draw of its
 * size scatters, where that spoils the start. The sum of n squared normal weights over their
 * variance follows a chi-square distribution of n degrees of freedom; uniform and truncated draws
 * scatter less. Spoilt is a start whose loss more than halves when the weights that are too large
 * are scaled down to that variance: large embeddings, and whatever is normalised behind, do not.
 */
public final class InitialWeightsSuitTheirFanIn implements Check {

    private static final double FALSE_ALARM_RATE = 1e-4;
    private static final double SPOILT = 2;

    private final double falseAlarmRate;

    /** At a rate of 1e-4. */
    public InitialWeightsSuitTheirFanIn() {
        this(FALSE_ALARM_RATE);
    }

    private InitialWeightsSuitTheirFanIn(double falseAlarmRate) {
        this.falseAlarmRate = falseAlarmRate;
    }

    @Override
    public String id() {
        return "initial-weights-suit-their-fan-in";
    }

    @Override
    public String claim() {
        return "should draw its initial weights no larger than their fan-in bears";
    }

    @Override
    public String because() {
        return "weights too large for their number of inputs make the signal grow from layer to"
                + " layer";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new FittedWeights());
    }

    @Override
    public double falseAlarmRate() {
        return falseAlarmRate;
    }

    @Override
    public Check atFalseAlarmRate(double rate) {
        return new InitialWeightsSuitTheirFanIn(rate);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        FanEvidence evidence = book.of(new FittedWeights()).get(0);
        if (evidence.weights().isEmpty()) {
            return new Outcome.NotApplicable(
                    "no trainable weight of two axes or more was drawn at random");
        }
        boolean spoilt =
                evidence.fittedLoss() > 0 && !(evidence.loss() <= SPOILT * evidence.fittedLoss());
        Examination examination = Examination.of("weights", "are too large for their fan-in");
        for (Drawn drawn : evidence.weights()) {
            examination.measure(
                    drawn.parameter().describe(),
                    "variance over 2 / fan-in %d".formatted(drawn.fanIn()),
                    drawn.excess(),
                    spoilt ? bound(drawn, evidence.weights().size()) : harmless());
        }
        return examination
                .clue(
                        "the loss starts at %s; with these weights scaled down to a variance of 2 / fan-in it starts at %s"
                                .formatted(
                                        Numbers.text(evidence.loss()),
                                        Numbers.text(evidence.fittedLoss())))
                .outcome();
    }

    private static Bound harmless() {
        return Bound.finite("none: scaling the weights down does not halve the initial loss");
    }

    /** Shared equally among the weights, so that the rate holds for all of them together. */
    private Bound bound(Drawn drawn, int weights) {
        double count = drawn.parameter().shape().elements();
        double most = ChiSquaredDistribution.of(count)
                .inverseSurvivalProbability(falseAlarmRate / weights);
        return Bound.atMost(
                most / count,
                "chi-square of as many degrees as there are elements, at a false-alarm rate of "
                        + Numbers.text(falseAlarmRate));
    }
}
