package dev.mltest.experiment;

import dev.mltest.evidence.ModesEvidence;
import dev.mltest.evidence.ModesEvidence.Layer;
import dev.mltest.evidence.ModesEvidence.State;
import dev.mltest.evidence.Price;
import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What does training mode do to the layers that inference mode does not? Running statistics are
 * settled on the batch first, so that the only differences left are noise and mistakes.
 */
public record Modes() implements Experiment<ModesEvidence> {

    private static final int DRAWS = 16;

    @Override
    public String id() {
        return "modes";
    }

    @Override
    public Class<ModesEvidence> evidenceType() {
        return ModesEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1 + DRAWS).plus(Settling.PRICE);
    }

    @Override
    public ModesEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        List<State> states = states(bench, batch);
        List<LayerModes> layers = inference(model, batch);
        for (int draw = 0; draw < DRAWS; draw++) {
            model.seed(bench.random("draw " + draw).nextLong() >>> 33);
            model.scoped(() -> watch(layers, model.activations(batch, Mode.TRAINING)));
        }
        return new ModesEvidence(batch.size(), DRAWS, states, summaries(model, layers));
    }

    private static List<State> states(Bench bench, Batch batch) {
        boolean keepsAny = bench.differentiable().parameters().stream()
                .anyMatch(parameter -> parameter.role() == Parameter.Role.STATE);
        return keepsAny ? Settling.of(bench.trainable(), batch, bench.seed()) : List.of();
    }

    private static List<LayerModes> inference(Differentiable model, Batch batch) {
        return model.scoped(() -> {
            List<LayerModes> layers = new ArrayList<>();
            for (Activation activation : model.activations(batch, Mode.INFERENCE)) {
                LayerModes before = layers.isEmpty() ? null : layers.get(layers.size() - 1);
                layers.add(new LayerModes(activation, before));
            }
            return layers;
        });
    }

    /** Layers that run in one mode only are left out: nothing stands beside them. */
    private static boolean watch(List<LayerModes> layers, List<Activation> seen) {
        layers.removeIf(layer -> seen.stream().noneMatch(layer::isAbout));
        int next = 0;
        for (LayerModes layer : layers) {
            while (next < seen.size() && !layer.isAbout(seen.get(next))) {
                next++;
            }
            if (next < seen.size()) {
                layer.draw(seen.get(next++));
            }
        }
        return true;
    }

    private static List<Layer> summaries(Differentiable model, List<LayerModes> layers) {
        int[] weighted = withWeights(model, layers);
        int first = weighted.length == 0 ? 0 : weighted[0];
        int last = weighted.length == 0 ? layers.size() : weighted[weighted.length - 1];
        List<Layer> summaries = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            boolean isOutput = layers.get(i).isShapedAs(layers.get(layers.size() - 1));
            summaries.add(layers.get(i).summary(i < first, i > last && isOutput));
        }
        return summaries;
    }

    /** Places of the layers that hold weights. */
    private static int[] withWeights(Differentiable model, List<LayerModes> layers) {
        List<String> weights = model.parameters().stream()
                .filter(parameter -> parameter.role() != Parameter.Role.STATE)
                .map(parameter -> parameter.path().text())
                .toList();
        return IntStream.range(0, layers.size())
                .filter(i -> weights.stream()
                        .anyMatch(path -> path.startsWith(layers.get(i).path() + "/")))
                .toArray();
    }
}
