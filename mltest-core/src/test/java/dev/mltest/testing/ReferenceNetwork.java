package dev.mltest.testing;

import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.ElementType;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Shape;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A chain of layers with a loss and an update rule, in plain Java. It can compute in double
 * precision, or round every result to single precision.
 */
public final class ReferenceNetwork implements Trainable {

    private final Supplier<List<Layer>> architecture;
    private final List<Layer> layers;
    private final LossFunction loss;
    private final UpdateRule rule;
    private final ElementType precision;
    private final Noise noise = new Noise(0);

    /** A network of freshly made layers that computes in this precision, FLOAT32 or FLOAT64. */
    public ReferenceNetwork(
            Supplier<List<Layer>> architecture,
            LossFunction loss,
            UpdateRule rule,
            ElementType precision) {
        this.architecture = architecture;
        this.layers = List.copyOf(architecture.get());
        this.loss = loss;
        this.rule = rule;
        this.precision = precision;
        weights().forEach((path, weight) -> round(weight.value));
    }

    @Override
    public Provenance provenance() {
        return new Provenance("plain Java", "", Device.cpu());
    }

    /** It computes with one thread; layers that pretend otherwise may look at this property. */
    @Override
    public JvmSettings threads(int count) {
        return JvmSettings.ofProperties(java.util.Map.of("toy.threads", Integer.toString(count)));
    }

    @Override
    public Scope openScope() {
        return () -> {};
    }

    @Override
    public NamedTensors predict(Batch batch) {
        return named(run(batch, Mode.INFERENCE, null));
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Layer layer : layers) {
            layer.weights()
                    .forEach(weight -> parameters.add(weight.describe(layer.name(), precision)));
        }
        return parameters;
    }

    @Override
    public Tensor value(ParameterPath path) {
        return weight(path).tensor(precision);
    }

    @Override
    public void assign(ParameterPath path, Tensor value) {
        double[] from = value.toArray().toDoubles();
        System.arraycopy(from, 0, weight(path).value, 0, from.length);
        round(weight(path).value);
    }

    @Override
    public Evaluation evaluate(Batch batch, Mode mode) {
        double[][] outputs = run(batch, mode, null);
        return new Evaluation(
                loss.value(outputs, batch.target().toDoubles(), precision), named(outputs));
    }

    @Override
    public Gradients gradients(Batch batch, Mode mode) {
        double[][] outputs = run(batch, mode, null);
        double[] targets = batch.target().toDoubles();
        weights().values().forEach(weight -> java.util.Arrays.fill(weight.gradient, 0));
        double[][] gradient = loss.gradient(outputs, targets);
        for (int i = layers.size() - 1; i >= 0; i--) {
            gradient = layers.get(i).backward(gradient);
        }
        Map<ParameterPath, Tensor> gradients = new LinkedHashMap<>();
        weights().forEach((path, weight) -> {
            if (weight.role == Parameter.Role.TRAINABLE) {
                gradients.put(path, weight.gradientTensor(precision));
            }
        });
        return new Gradients(loss.value(outputs, targets, precision), gradients, Map.of());
    }

    @Override
    public double step(Batch batch) {
        double before = gradients(batch, Mode.TRAINING).loss();
        int elements = weights().values().stream()
                .mapToInt(weight -> weight.value.length)
                .sum();
        rule.clip(weights().values().stream()
                .filter(weight -> weight.role == Parameter.Role.TRAINABLE)
                .map(weight -> weight.gradient)
                .toList());
        rule.startStep(elements);
        int at = 0;
        for (Layer layer : layers) {
            for (Weight weight : layer.weights()) {
                Parameter parameter = weight.describe(layer.name(), precision);
                boolean moves = rule.moves(parameter);
                for (int i = 0; i < weight.value.length; i++, at++) {
                    if (moves) {
                        double updated =
                                rule.update(parameter, at, weight.value[i], weight.gradient[i]);
                        weight.value[i] = precision.round(updated);
                    }
                }
            }
        }
        return before;
    }

    @Override
    public double lossOf(NamedTensors outputs, Batch batch) {
        ArrayTensor values = outputs.first().toArray();
        return loss.value(rows(values), batch.target().toDoubles(), precision);
    }

    @Override
    public List<Activation> activations(Batch batch, Mode mode) {
        List<Activation> activations = new ArrayList<>();
        run(batch, mode, activations);
        return activations;
    }

    @Override
    public void seed(long seed) {
        noise.reset(seed);
    }

    @Override
    public Snapshot snapshot() {
        return new Saved(
                weights().values().stream().map(weight -> weight.value.clone()).toList(),
                rule.stateCopy(),
                noise.state());
    }

    @Override
    public void restore(Snapshot snapshot) {
        Saved saved = (Saved) snapshot;
        int i = 0;
        for (Weight weight : weights().values()) {
            double[] from = saved.values().get(i++);
            System.arraycopy(from, 0, weight.value, 0, from.length);
        }
        rule.restore(saved.rule());
        noise.reset(saved.noise());
    }

    @Override
    public ReferenceNetwork inDoublePrecision() {
        ReferenceNetwork twin = new ReferenceNetwork(architecture, loss, rule, ElementType.FLOAT64);
        twin.weights()
                .forEach((path, weight) -> System.arraycopy(
                        weight(path).value, 0, weight.value, 0, weight.value.length));
        return twin;
    }

    @Override
    public void close() {}

    private record Saved(List<double[]> values, double[] rule, long noise) implements Snapshot {

        @Override
        public void close() {}
    }

    private double[][] run(Batch batch, Mode mode, List<Activation> seen) {
        Pass pass = new Pass(mode, noise, precision);
        double[][] rows = rows(batch.inputs().first().toArray());
        for (Layer layer : layers) {
            rows = layer.forward(rows, pass);
            if (seen != null) {
                seen.add(new Activation(layer.name(), tensor(rows)));
            }
        }
        return rows;
    }

    private Map<ParameterPath, Weight> weights() {
        Map<ParameterPath, Weight> weights = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Weight weight : layer.weights()) {
                weights.put(ParameterPath.of(layer.name() + "/" + weight.name), weight);
            }
        }
        return weights;
    }

    private Weight weight(ParameterPath path) {
        return weights().get(path);
    }

    private void round(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = precision.round(values[i]);
        }
    }

    private NamedTensors named(double[][] rows) {
        return NamedTensors.of("output", tensor(rows));
    }

    private ArrayTensor tensor(double[][] rows) {
        int width = rows[0].length;
        double[] values = new double[rows.length * width];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, values, r * width, width);
        }
        return ArrayTensor.of(precision, Shape.of(rows.length, width), values);
    }

    private static double[][] rows(ArrayTensor tensor) {
        int width = tensor.rowLength();
        double[][] rows = new double[tensor.length() / width][];
        double[] values = tensor.toDoubles();
        for (int r = 0; r < rows.length; r++) {
            rows[r] = java.util.Arrays.copyOfRange(values, r * width, (r + 1) * width);
        }
        return rows;
    }
}
