package dev.mltest.experiment;

import dev.mltest.evidence.LayersEvidence;
import dev.mltest.evidence.LayersEvidence.Layer;
import dev.mltest.evidence.LayersEvidence.Look;
import dev.mltest.evidence.Price;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What does each layer pass on of the differences between examples? Over several batches, before
 * training and after a few steps, in training mode, where normalisation does its work.
 */
public record LayerSurvey() implements Experiment<LayersEvidence> {

    private static final int BATCHES = 3;
    private static final int STEPS = 4;
    private static final String OUTPUTS = "outputs";

    @Override
    public String id() {
        return "layer-survey";
    }

    @Override
    public Class<LayersEvidence> evidenceType() {
        return LayersEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(4 * BATCHES).plus(Price.steps(STEPS));
    }

    @Override
    public LayersEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        List<Batch> batches = bench.batches(BATCHES);
        UnitSurvey units = new UnitSurvey(model);
        Map<String, Look> start = looks(bench, model, batches, seen -> units.see(seen, false));
        for (int step = 0; step < STEPS; step++) {
            model.step(batches.get(step % BATCHES));
        }
        Map<String, Look> trained = looks(bench, model, batches, seen -> units.see(seen, true));
        List<Layer> layers = new ArrayList<>();
        start.forEach((name, look) ->
                layers.add(new Layer(name, look, trained.getOrDefault(name, look))));
        return new LayersEvidence(
                batches.stream().mapToInt(Batch::size).sum(),
                inputSpread(batches),
                layers,
                units.found());
    }

    private static double inputSpread(List<Batch> batches) {
        double largest = 0;
        for (String name : batches.get(0).inputs().names()) {
            LayerTally tally = new LayerTally();
            batches.forEach(batch -> tally.add(batch.input(name), batch.size()));
            double spread = tally.look().spread();
            largest = Double.isNaN(spread) ? largest : Math.max(largest, spread);
        }
        return largest;
    }

    private static Map<String, Look> looks(
            Bench bench,
            Trainable model,
            List<Batch> batches,
            Consumer<List<Activation>> listener) {
        Map<String, LayerTally> tallies = new LinkedHashMap<>();
        for (Batch batch : batches) {
            model.scoped(() -> {
                List<Activation> layers = model.activations(batch, Mode.TRAINING).stream()
                        .map(seen -> new Activation(seen.layer(), seen.value().toArray()))
                        .toList();
                listener.accept(layers);
                for (Activation seen : layers) {
                    tally(tallies, seen.layer()).add(seen.value().toArray(), batch.size());
                }
                return tallies;
            });
        }
        LayerTally outputs = tally(tallies, OUTPUTS);
        batches.forEach(batch -> model.scoped(() -> {
            outputs.add(scores(bench, model, batch), batch.size());
            return outputs;
        }));
        Map<String, Look> looks = new LinkedHashMap<>();
        tallies.forEach((name, tally) -> looks.put(name, tally.look()));
        return looks;
    }

    private static LayerTally tally(Map<String, LayerTally> tallies, String name) {
        return tallies.computeIfAbsent(name, unseen -> new LayerTally());
    }

    private static ArrayTensor scores(Bench bench, Trainable model, Batch batch) {
        Tensor outputs = model.evaluate(batch, Mode.TRAINING).outputs().first();
        Shape shape = outputs.shape();
        return ArrayTensor.of(
                ElementType.FLOAT64, shape, Scores.of(outputs, bench.subject().task()));
    }
}
