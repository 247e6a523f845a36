package dev.mltest.tiny;

import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A {@link TinyNet} on the highest rung. It knows no modes: nothing it has depends on them. */
final class TinyModel implements Trainable {

    private final TinyNet net;
    private final TinyTensors tensors;

    TinyModel(TinyNet net) {
        this.net = net;
        this.tensors = new TinyTensors(net.single ? ElementType.FLOAT32 : ElementType.FLOAT64);
    }

    @Override
    public Provenance provenance() {
        return new Provenance("Tiny", "", Device.cpu());
    }

    /** All that is handed out is on the heap. */
    @Override
    public Scope openScope() {
        return () -> {};
    }

    @Override
    public NamedTensors predict(Batch batch) {
        double[][] outputs = fitting(() -> net.outputs(tensors.inputs(batch)));
        return NamedTensors.of("output", tensors.of(outputs));
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        net.weights.forEach((name, weight) -> parameters.add(tensors.parameter(name, weight)));
        return parameters;
    }

    @Override
    public Tensor value(ParameterPath path) {
        TinyWeight weight = net.weight(path.text());
        return tensors.of(weight, weight.value);
    }

    @Override
    public void assign(ParameterPath path, Tensor value) {
        TinyWeight weight = net.weight(path.text());
        Parameter parameter = tensors.parameter(path.text(), weight);
        if (!value.shape().equals(parameter.shape())) {
            throw new IllegalArgumentException(
                    parameter.describe() + " cannot take a value of shape " + value.shape());
        }
        double[] given = value.toArray().as(parameter.elementType()).toDoubles();
        System.arraycopy(given, 0, weight.value, 0, given.length);
    }

    @Override
    public Evaluation evaluate(Batch batch, Mode mode) {
        NamedTensors outputs = predict(batch);
        return new Evaluation(lossOf(outputs, batch), outputs);
    }

    @Override
    public Gradients gradients(Batch batch, Mode mode) {
        TinyNet.Backward pass =
                fitting(() -> net.backward(tensors.inputs(batch), tensors.rows(batch.target())));
        Map<ParameterPath, Tensor> parameters = new LinkedHashMap<>();
        parameters().stream().filter(Parameter::isTrainable).forEach(parameter -> {
            TinyWeight weight = net.weight(parameter.path().text());
            parameters.put(parameter.path(), tensors.of(weight, weight.gradient));
        });
        return new Gradients(pass.loss(), parameters, tensors.inputGradients(batch, pass.inputs()));
    }

    @Override
    public double lossOf(NamedTensors outputs, Batch batch) {
        return fitting(() -> net.loss(tensors.rows(outputs.first()), tensors.rows(batch.target())));
    }

    @Override
    public List<Activation> activations(Batch batch, Mode mode) {
        List<TinyLayer.Traced> trace = fitting(() -> net.forward(tensors.inputs(batch)));
        List<Activation> activations = new ArrayList<>();
        for (int i = 0; i < trace.size(); i++) {
            String layer = net.layers.get(i).name();
            activations.add(new Activation(layer, tensors.of(trace.get(i).outputs())));
        }
        return activations;
    }

    /** There is no noise to govern. */
    @Override
    public void seed(long seed) {}

    @Override
    public Snapshot snapshot() {
        return TinySnapshot.of(net);
    }

    @Override
    public void restore(Snapshot snapshot) {
        if (!(snapshot instanceof TinySnapshot own)) {
            throw new IllegalArgumentException("the snapshot was taken of another model");
        }
        own.putBack(net);
    }

    @Override
    public Differentiable inDoublePrecision() {
        return new TinyModel(net.widened());
    }

    @Override
    public double step(Batch batch) {
        return fitting(() -> net.fit(tensors.inputs(batch), tensors.rows(batch.target())));
    }

    @Override
    public void close() {}

    /** What the framework refuses is data that do not fit the network: the user's to mend. */
    private static <T> T fitting(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException("give it other data: " + refused.getMessage());
        }
    }
}
