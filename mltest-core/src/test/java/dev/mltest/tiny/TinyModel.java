package dev.mltest.tiny;

import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Shape;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link TinyNet} as mltest sees it. All that it hands out is on the heap. */
final class TinyModel implements Trainable {

    private final TinyNet net;
    private final ElementType precision;

    TinyModel(TinyNet net) {
        this.net = net;
        precision = net.isSingle() ? ElementType.FLOAT32 : ElementType.FLOAT64;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("Tiny", "", Device.cpu());
    }

    @Override
    public Scope openScope() {
        return () -> {};
    }

    @Override
    public NamedTensors predict(Batch batch) {
        return new TinyPass(net, batch).outputs();
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        weights()
                .forEach((path, weight) -> parameters.add(
                        new Parameter(path, role(path), Shape.of(weight.shape), precision)));
        return parameters;
    }

    private Parameter.Role role(ParameterPath path) {
        boolean frozen = net.layers.stream()
                .anyMatch(layer -> layer.frozen && layer.name.equals(path.layer()));
        return frozen ? Parameter.Role.FROZEN : Parameter.Role.TRAINABLE;
    }

    @Override
    public Tensor value(ParameterPath path) {
        TinyWeight weight = weight(path);
        return ArrayTensor.of(precision, Shape.of(weight.shape), weight.values);
    }

    @Override
    public void assign(ParameterPath path, Tensor value) {
        TinyWeight weight = weight(path);
        if (!Arrays.equals(weight.shape, value.shape().sizes())) {
            throw new IllegalArgumentException("%s has shape %s, but the value given has %s"
                    .formatted(path, Shape.of(weight.shape), value.shape()));
        }
        double[] values = value.toArray().as(precision).toDoubles();
        System.arraycopy(values, 0, weight.values, 0, values.length);
    }

    @Override
    public Evaluation evaluate(Batch batch, Mode mode) {
        TinyPass pass = new TinyPass(net, batch);
        return new Evaluation(pass.loss(), pass.outputs());
    }

    @Override
    public Gradients gradients(Batch batch, Mode mode) {
        TinyPass pass = new TinyPass(net, batch);
        Tensor input = pass.walkBack(precision);
        Map<ParameterPath, Tensor> gradients = new LinkedHashMap<>();
        weights().forEach((path, weight) -> {
            if (role(path) == Parameter.Role.TRAINABLE) {
                gradients.put(
                        path, ArrayTensor.of(precision, Shape.of(weight.shape), weight.gradient));
            }
        });
        String name = batch.inputs().names().get(0);
        return new Gradients(pass.loss(), gradients, Map.of(name, input));
    }

    @Override
    public double step(Batch batch) {
        double loss = new TinyPass(net, batch).walkBack();
        net.step();
        return loss;
    }

    @Override
    public double lossOf(NamedTensors outputs, Batch batch) {
        return new TinyPass(net, batch).lossOf(outputs.first().toArray());
    }

    @Override
    public List<Activation> activations(Batch batch, Mode mode) {
        throw new NotAvailableException("a tiny network does not show what is inside");
    }

    /** There is no noise to be governed. */
    @Override
    public void seed(long seed) {}

    @Override
    public Snapshot snapshot() {
        return new Taken(this, net.state());
    }

    @Override
    public void restore(Snapshot snapshot) {
        if (!(snapshot instanceof Taken taken) || taken.of() != this) {
            throw new IllegalArgumentException("this snapshot was taken from another model");
        }
        net.restore(taken.state());
    }

    @Override
    public Differentiable inDoublePrecision() {
        return new TinyModel(net.inDoublePrecision());
    }

    @Override
    public void close() {}

    private record Taken(TinyModel of, double[][] state) implements Snapshot {

        @Override
        public void close() {}
    }

    private TinyWeight weight(ParameterPath path) {
        TinyWeight weight = weights().get(path);
        if (weight == null) {
            throw new ConfigurationException("there is no parameter '%s'".formatted(path));
        }
        return weight;
    }

    private Map<ParameterPath, TinyWeight> weights() {
        Map<ParameterPath, TinyWeight> weights = new LinkedHashMap<>();
        for (TinyDense layer : net.layers) {
            for (TinyWeight weight : List.of(layer.weight, layer.bias)) {
                weights.put(ParameterPath.of(layer.name + "/" + weight.name), weight);
            }
        }
        return weights;
    }
}
