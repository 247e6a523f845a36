package dev.mltest.corpus.record;

import dev.mltest.corpus.program.Engine;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ParameterPath;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at a live model before one of its steps. */
final class Looker {

    private static final int MODES_EVERY = 4;
    private static final int MODES_FIRST = 2;

    private final Untraced untraced;
    private final Batch examples;
    private final Setting setting;
    private final Engine engine;
    private final LayerReader layers;
    private final Gaps gaps;

    /** With examples to listen to the layers on. */
    Looker(Untraced untraced, Batch examples, Setting setting, Engine engine, Gaps gaps) {
        this.untraced = untraced;
        this.examples = examples;
        this.setting = setting;
        this.engine = engine;
        this.layers = new LayerReader(setting, engine);
        this.gaps = gaps;
    }

    /** What is known of a step before it is taken. */
    record Before(
            int step,
            int epoch,
            Map<ParameterPath, double[]> values,
            Map<ParameterPath, Spread> gradients,
            double dataLoss,
            List<LayerLook> layers,
            List<OutputLook> outputs,
            List<ModeLook> modes) {}

    private Differentiable model() {
        return untraced.model();
    }

    Before look(int number, int step, int epoch, Batch batch) {
        return untraced.look(() -> {
            boolean comparesModes = setting.hasModes() && number % MODES_EVERY == MODES_FIRST;
            Map<ParameterPath, Spread> gradients = new LinkedHashMap<>();
            double loss = gaps.bridged("gradients", () -> backward(batch, gradients), Double.NaN);
            return new Before(
                    step,
                    epoch,
                    values(),
                    gradients,
                    loss,
                    gaps.bridged("activations", () -> layers(comparesModes), List.of()),
                    gaps.bridged("outputs", this::outputs, List.of()),
                    comparesModes
                            ? gaps.bridged("training mode", this::modes, List.of())
                            : List.of());
        });
    }

    /** The values of all parameters, copied. */
    Map<ParameterPath, double[]> values() {
        Map<ParameterPath, double[]> values = new LinkedHashMap<>();
        model().parameters()
                .forEach(parameter -> values.put(
                        parameter.path(),
                        model().value(parameter.path()).toArray().toDoubles()));
        return values;
    }

    private double backward(Batch batch, Map<ParameterPath, Spread> found) {
        Gradients gradients = model().gradients(batch, Mode.TRAINING);
        gradients
                .parameters()
                .forEach((path, gradient) ->
                        found.put(path, Spread.of(gradient.toArray().toDoubles())));
        return gradients.loss();
    }

    private List<LayerLook> layers(boolean inBothModes) {
        List<Activation> seen = model().activations(examples, Mode.INFERENCE);
        return layers.read(
                seen, inBothModes ? model().activations(examples, Mode.TRAINING) : List.of());
    }

    private List<OutputLook> outputs() {
        ArrayTensor output = model().predict(examples).first().toArray();
        int width = output.rowLength();
        long last = output.shape().rank() < 2 ? 1 : output.shape().size(-1);
        double[] sums = new double[(int) (output.length() / last)];
        for (int i = 0; i < output.length(); i++) {
            sums[(int) (i / last)] += output.get(i);
        }
        double[][] columns = Units.of(output, engine);
        return List.of(new OutputLook(
                Spread.of(output.toDoubles()),
                width,
                Arrays.stream(sums).min().orElse(Double.NaN),
                Arrays.stream(sums).max().orElse(Double.NaN),
                Arrays.stream(columns)
                                .filter(column -> Spread.of(column).isConstant())
                                .count()
                        / (double) columns.length));
    }

    private List<ModeLook> modes() {
        Evaluation training = model().evaluate(examples, Mode.TRAINING);
        Evaluation inference = model().evaluate(examples, Mode.INFERENCE);
        return List.of(new ModeLook(
                training.loss(),
                inference.loss(),
                Similarity.of(
                        training.outputs().first().toArray(),
                        inference.outputs().first().toArray())));
    }
}
