package dev.mltest.library.activation;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LayersEvidence;
import dev.mltest.evidence.LayersEvidence.Layer;
import dev.mltest.evidence.LayersEvidence.Look;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LayerSurvey;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Examples do not fall together on their way to the output: not after a layer whose units are all
 * dead, pinned or multiplied by zero, and not behind a hidden softmax that passes on less than a
 * tenth of their differences. Judged by what arrives at all layers behind, so that a constant
 * layer, a gate or attention beside the way is left alone.
 */
public final class ExamplesStayApart implements Check {

    private static final double SAME = 1e-6;
    private static final double TENTH = 0.1;
    private static final Bound APART = Bound.above(
            SAME, "round-off of single precision: what differs by less is the same number");
    private static final Bound PASSED = Bound.atLeast(
            TENTH, "the flattest ordinary function, the sigmoid, passes on a quarter at best");

    @Override
    public String id() {
        return "examples-stay-apart";
    }

    @Override
    public String claim() {
        return "should keep examples apart on their way through the layers";
    }

    @Override
    public String because() {
        return "behind a layer that puts out the same for every example nothing can be learnt of"
                + " them";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LayerSurvey());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        LayersEvidence evidence = book.of(new LayerSurvey()).get(0);
        List<Layer> layers = evidence.layers().stream()
                .filter(layer -> Double.isFinite(layer.spread()))
                .toList();
        if (layers.isEmpty()) {
            return new Outcome.NotApplicable(
                    "no layer puts out a row of finite numbers for each" + " example");
        }
        if (evidence.inputSpread() == 0) {
            return new Outcome.NotApplicable("all examples shown are equal");
        }
        Examination examination = Examination.of("layers", "let examples fall together")
                .under("%d examples, before training and after a few steps"
                        .formatted(evidence.examples()));
        for (int i = 0; i < layers.size(); i++) {
            examine(examination, evidence, layers, i);
        }
        return examination.outcome();
    }

    private static void examine(
            Examination examination, LayersEvidence evidence, List<Layer> layers, int at) {
        Layer layer = layers.get(at);
        List<Layer> behind = layers.subList(at + 1, layers.size());
        double incoming = at == 0 ? evidence.inputSpread() : layers.get(at - 1).spread();
        double arriving = behind.stream().mapToDouble(Layer::spread).max().orElse(Double.NaN);
        boolean hidden = IntStream.range(at + 1, layers.size() - 1).findAny().isPresent();
        if (layer.isDistribution() && hidden && incoming > 0) {
            examination.measure(
                    layer.name(),
                    "differences passed on, all layers behind",
                    arriving / incoming,
                    PASSED);
            if (arriving < TENTH * incoming) {
                examination.clue("the %d outputs of %s are a distribution: a hidden softmax"
                        .formatted(layer.start().units(), layer.name()));
            }
            return;
        }
        double apart = Math.max(
                apart(layer),
                behind.stream().mapToDouble(ExamplesStayApart::apart).max().orElse(0));
        examination.measure(layer.name(), "relative difference between examples", apart, APART);
        boolean first = examination.violations().size() == 1;
        if (first && !(apart > SAME)) {
            examination.clue("%s puts out numbers of root mean square %s that are the same for all"
                    .formatted(layer.name(), Numbers.text(layer.trained().rms())));
        }
    }

    /** After training, since a layer that starts at zero may wake up. */
    private static double apart(Layer layer) {
        Look look = layer.trained();
        return look.rms() == 0 ? 0 : look.spread() / look.rms();
    }
}
