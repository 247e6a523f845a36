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

import java.util.List;
import java.util.Set;

/**
 * What a noisy layer passes on in training mode is as large as what it passes on in inference mode.
 * Noise may keep the mean, as dropout does, and then adds to the size; or it may keep the size, and
 * then takes from the signal. A layer that is smaller with its noise, or larger without, keeps
 * neither: whatever follows meets another scale in production. Noise ahead of all weights changes
 * the data, as augmentation does, and is free to change its size.
 */
public final class TrainingNoiseKeepsTheScale implements Check {

    private static final double RATE = 1e-4;
    private static final double SUSPICION = 100;
    private static final double HALF = 0.5;
    private static final int SEEDS = 3;
    private static final int LOOKS = 2;
    private static final long FEWEST = 100;
    private static final double BEND = 1 / Math.sqrt(2 * Math.PI);

    private final double rate;

    /** At a false-alarm rate of 1e-4. */
    public TrainingNoiseKeepsTheScale() {
        this(RATE);
    }

    /** At this false-alarm rate. */
    public TrainingNoiseKeepsTheScale(double rate) {
        this.rate = rate;
    }

    @Override
    public String id() {
        return "training-noise-keeps-the-scale";
    }

    @Override
    public String claim() {
        return "should pass values of one size on, with its training noise and without";
    }

    @Override
    public String because() {
        return "a layer trained on values of one size meets others in production";
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
        return new TrainingNoiseKeepsTheScale(other);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        List<ModesEvidence> seeds = book.of(new Modes());
        List<Layer> noisy = NoisyLayers.of(seeds).stream()
                .filter(layer -> !layer.isBeforeWeights() && kept(layer) >= FEWEST)
                .toList();
        if (noisy.isEmpty()) {
            return new Outcome.NotApplicable(
                    "no noise behind weights was seen in training mode, or too little of a layer to"
                            + " measure it");
        }
        double share = rate / (2.0 * LOOKS * noisy.size());
        Examination examination = examine(noisy, share, seeds);
        boolean isSuspicious =
                examine(noisy, Math.min(HALF, SUSPICION * share), seeds).findsViolation();
        return isSuspicious && !examination.findsViolation() && seeds.size() < SEEDS
                ? Verdict.Undecided.moreSeeds(
                        "the scale is close to its limit", SEEDS - seeds.size())
                : examination.outcome();
    }

    private static double kept(Layer layer) {
        return layer.erasure().elements() * (1 - layer.erasure().share());
    }

    private static Examination examine(List<Layer> noisy, double rate, List<ModesEvidence> seeds) {
        int draws = seeds.stream().mapToInt(ModesEvidence::draws).sum();
        Examination examination = Examination.of("sizes", "differ between the modes")
                .under("%d draws of noise".formatted(draws));
        noisy.forEach(layer -> measure(examination, layer, rate));
        return examination;
    }

    private static void measure(Examination examination, Layer layer, double rate) {
        NoiseScale signal = NoiseScale.of(layer.scale().ofSignal());
        NoiseScale total = NoiseScale.of(layer.scale().ofTotal());
        double bend = layer.erasure().isRandom() ? 0 : BEND * noise(signal, total);
        examination.measure(
                layer.path(),
                "size with noise over size without",
                total.mean(),
                Bound.atLeast(1 - bend - total.reach(rate), source(layer)));
        examination.measure(
                layer.path(),
                "size of the signal in training over that in inference",
                signal.mean(),
                Bound.atMost(1 + bend + signal.reach(rate), source(layer)));
        if (layer.erasure().isRandom()) {
            examination.clue("%s erases %s of its elements, and multiplies those it keeps by %s"
                    .formatted(
                            layer.path(),
                            Numbers.text(layer.erasure().share()),
                            Numbers.text(signal.mean() / (1 - layer.erasure().share()))));
        }
    }

    /** Standard deviation of the noise relative to the signal in inference mode. */
    private static double noise(NoiseScale signal, NoiseScale total) {
        return Math.sqrt(Math.max(0, total.mean() * total.mean() - signal.mean() * signal.mean()));
    }

    private static String source(Layer layer) {
        return layer.erasure().isRandom()
                ? "sampling error (Student's t); exact otherwise, whatever the weights"
                : "sampling error (Student's t), and 0.4 of the noise, which is what a rectifier"
                        + " behind it can turn into a mean";
    }
}
