package dev.mltest.library.activation;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LayersEvidence;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StartEvidence;
import dev.mltest.experiment.LayerSurvey;
import dev.mltest.experiment.Start;
import dev.mltest.model.Numbers;

import org.apache.commons.statistics.distribution.BinomialDistribution;

import java.util.List;
import java.util.Set;

/**
 * No more than about half of a layer's units put out one and the same number for every example.
 * With weights drawn as likely positive as negative, and biases likewise or 0, a unit is silent on
 * a given example with a chance of a half, and on all of them with no greater one, however alike
 * the examples are; hence the number of silent units is at most binomial. A layer silent as a whole
 * is the concern of {@link ExamplesStayApart}.
 */
public final class UnitsStayAlive implements Check {

    private static final double FALSE_ALARM_RATE = 1e-4;
    private static final int ENOUGH_SEEDS = 5;
    private static final double HALF = 0.5;
    private static final String SOURCE =
            "binomial: a unit with symmetric weights is silent with a chance of a half at most";

    private final double falseAlarmRate;

    /** At a false-alarm rate of 1 in 10,000. */
    public UnitsStayAlive() {
        this(FALSE_ALARM_RATE);
    }

    private UnitsStayAlive(double falseAlarmRate) {
        this.falseAlarmRate = falseAlarmRate;
    }

    @Override
    public String id() {
        return "units-stay-alive";
    }

    @Override
    public String claim() {
        return "should keep most units of each layer alive";
    }

    @Override
    public String because() {
        return "a unit that answers every example alike computes nothing, and no gradient wakes it";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LayerSurvey());
    }

    @Override
    public double falseAlarmRate() {
        return falseAlarmRate;
    }

    @Override
    public Check atFalseAlarmRate(double rate) {
        return new UnitsStayAlive(rate);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        List<LayersEvidence> seen = book.of(new LayerSurvey());
        if (seen.stream().anyMatch(evidence -> evidence.inputSpread() == 0)) {
            return new Outcome.NotApplicable("all examples shown are equal");
        }
        List<StuckUnits> layers = StuckUnits.of(seen);
        if (layers.isEmpty()) {
            return new Outcome.NotApplicable(
                    "no layer that is partly alive shows its single units");
        }
        boolean suspicious = layers.stream().anyMatch(layer -> layer.share() > HALF);
        if (suspicious && seen.size() < ENOUGH_SEEDS) {
            return Verdict.Undecided.moreSeeds(
                    "more than half of a layer's units put out the same for all examples",
                    ENOUGH_SEEDS - seen.size());
        }
        if (suspicious && !book.has(new Start())) {
            return Verdict.Undecided.ask("the weights may be learnt ones", new Start());
        }
        if (suspicious
                && book.answers(new Start())
                && !StartEvidence.isSeeded(book.of(new Start()))) {
            return new Outcome.NotApplicable(
                    "the weights are the same for every seed, as those of a pretrained model are");
        }
        return outcome(seen, layers);
    }

    private Outcome outcome(List<LayersEvidence> seen, List<StuckUnits> layers) {
        Examination examination = Examination.of("layers", "are mostly dead or saturated")
                .under("%d examples for each of %d seeds, before training and after a few steps"
                        .formatted(seen.get(0).examples(), seen.size()));
        for (StuckUnits layer : layers) {
            double most =
                    seen.size() < ENOUGH_SEEDS ? HALF : most(layer, falseAlarmRate / layers.size());
            examination.measure(
                    layer.name(),
                    "share of units stuck at one number",
                    layer.share(),
                    Bound.atMost(most, SOURCE));
            if (layer.share() > most) {
                explain(examination, layer);
            }
        }
        return examination.outcome();
    }

    private static double most(StuckUnits layer, double rate) {
        BinomialDistribution healthy = BinomialDistribution.of(layer.fed(), HALF);
        return (double) healthy.inverseSurvivalProbability(rate) / layer.fed();
    }

    private static void explain(Examination examination, StuckUnits layer) {
        examination.clue(
                "%s: under %d seeds that leave a part of it alive %d of %d units never change; %d of these put out %s, the least that it ever puts out"
                        .formatted(
                                layer.name(),
                                layer.seen().size(),
                                layer.stuck(),
                                layer.fed(),
                                layer.low(),
                                Numbers.text(layer.least())));
    }
}
