package dev.mltest.library.mode;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.ModesEvidence;
import dev.mltest.evidence.ModesEvidence.Layer;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.Modes;
import dev.mltest.model.Numbers;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.List;
import java.util.Set;

/**
 * What training mode erases leaves enough to tell the examples of a batch apart, and is followed by
 * weights that can make up for it.
 */
public final class TrainingNoiseLeavesTheSignal implements Check {

    private static final double RATE = 1e-4;
    private static final double HALF = 0.5;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double rate;

    /** At a false-alarm rate of 1e-4. */
    public TrainingNoiseLeavesTheSignal() {
        this(RATE);
    }

    /** At this false-alarm rate. */
    public TrainingNoiseLeavesTheSignal(double rate) {
        this.rate = rate;
    }

    @Override
    public String id() {
        return "training-noise-leaves-the-signal";
    }

    @Override
    public String claim() {
        return "should leave examples distinguishable under its training noise";
    }

    @Override
    public String because() {
        return "what the noise erases cannot be learnt, and the loss stays where it is";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Modes());
    }

    @Override
    public double falseAlarmRate() {
        return rate;
    }

    @Override
    public Check atFalseAlarmRate(double other) {
        return new TrainingNoiseLeavesTheSignal(other);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        ModesEvidence evidence = book.of(new Modes()).get(0);
        List<Layer> erasing = evidence.layers().stream()
                .filter(layer -> layer.isNoisy() && layer.erasure().isRandom())
                .toList();
        if (erasing.isEmpty()) {
            return new Outcome.NotApplicable("no layer was seen that erases values in training");
        }
        Examination examination = Examination.of("figures of noise", "are too large")
                .under("batch of %d, %d draws".formatted(evidence.batchSize(), evidence.draws()));
        for (Layer layer : erasing) {
            measureEnd(examination, layer);
            measureConfusions(examination, layer, evidence.batchSize(), erasing.size());
        }
        return examination.outcome();
    }

    private static void measureEnd(Examination examination, Layer layer) {
        examination.measure(
                layer.path(),
                "outputs erased behind the last weights",
                layer.isAtTheEnd() ? layer.erasure().share() : 0,
                Bound.none("exact: no weight is left to spread the signal over what is kept"));
    }

    /** Two clouds d standard deviations apart are told apart with an error of Phi(-d/2). */
    private void measureConfusions(
            Examination examination, Layer layer, int batchSize, int layers) {
        double share = layer.erasure().share();
        double half = HALF
                + HALF
                        * NORMAL.inverseSurvivalProbability(rate / layers)
                        / Math.sqrt(layer.erasure().elements());
        if (!(share > half)) {
            return;
        }
        double distance = layer.erasure().distance();
        examination.measure(
                layer.path(),
                "examples of the batch that one is confused with",
                (batchSize - 1) * NORMAL.cumulativeProbability(-distance / 2),
                Bound.below(
                        1,
                        "the best linear readout of one noisy pass finds the right example; not"
                                + " asked of layers that keep half"));
        examination.clue(
                "%s erases %s of its elements: two examples lie %s standard deviations of the noise apart"
                        .formatted(layer.path(), Numbers.text(share), Numbers.text(distance)));
    }
}
