package dev.mltest.experiment;

import dev.mltest.evidence.LostGradientEvidence;
import dev.mltest.evidence.LostGradientEvidence.Numbers;
import dev.mltest.evidence.Price;
import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.TensorSummary;
import dev.mltest.model.Trainable;

import java.util.List;
import java.util.function.Predicate;

/**
 * In which of the first steps, and behind which layer, do gradients turn into NaN or infinity? Asks
 * once it is known that some do, and goes through the same steps as {@link FirstSteps}.
 */
public record LostGradients() implements Experiment<LostGradientEvidence> {

    private static final int BATCHES = 3;
    private static final int STEPS = 6;

    @Override
    public String id() {
        return "lost-gradients";
    }

    @Override
    public Class<LostGradientEvidence> evidenceType() {
        return LostGradientEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.gradients(STEPS).plus(Price.steps(STEPS)).plus(Price.forwards(1));
    }

    @Override
    public LostGradientEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        List<Batch> batches = bench.batches(BATCHES);
        for (int step = 0; step < STEPS; step++) {
            Batch batch = batches.get(step % BATCHES);
            int number = step + 1;
            LostGradientEvidence evidence = model.scoped(() -> look(model, batch, number));
            if (!evidence.lost().isEmpty()) {
                return evidence;
            }
            model.step(batch);
        }
        return new LostGradientEvidence(0, Double.NaN, "", List.of(), List.of(), List.of());
    }

    private static LostGradientEvidence look(Trainable model, Batch batch, int step) {
        Gradients gradients = model.gradients(batch, Mode.TRAINING);
        Predicate<ParameterPath> isLost = path -> gradients.of(path).summary().nonFinite() > 0;
        List<ParameterPath> trainable = model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::path)
                .toList();
        List<ParameterPath> lost = trainable.stream().filter(isLost).toList();
        List<ParameterPath> reached = trainable.stream().filter(isLost.negate()).toList();
        if (lost.isEmpty()) {
            return new LostGradientEvidence(0, gradients.loss(), "", lost, reached, List.of());
        }
        List<Activation> layers = model.activations(batch, Mode.TRAINING);
        String place = place(model, layers, gradients.loss(), lost);
        return new LostGradientEvidence(
                step, gradients.loss(), place, lost, reached, around(layers, lost, place));
    }

    private static String place(
            Trainable model, List<Activation> layers, double loss, List<ParameterPath> lost) {
        if (!Double.isFinite(loss)) {
            return Unfit.firstLayer(layers).orElse("loss");
        }
        return LostGradient.place(model, layers, lost);
    }

    /** From the layer of the last parameter that lacks its gradient; to the place, or the end. */
    private static List<Numbers> around(
            List<Activation> layers, List<ParameterPath> lost, String place) {
        List<String> names = layers.stream().map(Activation::layer).toList();
        int first = LostGradient.lastRun(layers, lost.get(lost.size() - 1).layer());
        int last = names.indexOf(place);
        if (first < 0 || last >= 0 && last < first) {
            return List.of();
        }
        return layers.subList(first, last < 0 ? layers.size() : last + 1).stream()
                .map(LostGradients::numbers)
                .toList();
    }

    private static Numbers numbers(Activation layer) {
        TensorSummary seen = layer.value().summary();
        return new Numbers(layer.layer(), seen.min(), seen.max(), seen.zeros(), seen.count());
    }
}
