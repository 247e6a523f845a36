package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.TransplantEvidence;
import dev.mltest.evidence.TransplantEvidence.Place;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorDifference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Does a model made from another seed compute the same once it was given all parameters and state?
 * This is what a checkpoint restores: whatever else a model computes with is lost on saving.
 */
public record Transplant() implements Experiment<TransplantEvidence> {

    private static final int EXAMPLES = 8;

    @Override
    public String id() {
        return "transplant";
    }

    @Override
    public Class<TransplantEvidence> evidenceType() {
        return TransplantEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(5).plus(new Price(0, 0, 0, 1));
    }

    @Override
    public TransplantEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        List<Parameter> parameters = model.parameters();
        if (parameters.isEmpty()) {
            throw new NotAvailableException("the model has no parameters");
        }
        Batch batch = bench.batch(0).firstRows(EXAMPLES);
        NamedTensors outputs = outputs(model, batch);
        boolean isRepeatable = isRepeated(outputs, outputs(model, batch));
        Map<String, ArrayTensor> layers = layers(model, batch);
        Map<Parameter, ArrayTensor> values = new LinkedHashMap<>();
        parameters.forEach(
                parameter -> values.put(parameter, model.value(parameter.path()).toArray()));
        try (Predictor made = bench.anotherModel(bench.seed() + 1)) {
            Differentiable other = alike(made, parameters);
            values.forEach((parameter, value) -> other.assign(parameter.path(), value));
            return new TransplantEvidence(
                    parameters.size(),
                    isRepeatable,
                    places(named(outputs), named(outputs(other, batch))),
                    places(layers, layers(other, batch)));
        }
    }

    private static Differentiable alike(Predictor made, List<Parameter> parameters) {
        Differentiable other = (Differentiable) made;
        if (!other.parameters().equals(parameters)) {
            throw new NotAvailableException("a model from another seed has other parameters");
        }
        return other;
    }

    private static NamedTensors outputs(Predictor model, Batch batch) {
        return model.scoped(() -> model.predict(batch).toArrays());
    }

    private static boolean isRepeated(NamedTensors outputs, NamedTensors again) {
        return places(named(outputs), named(again)).stream()
                .allMatch(place -> place.moved() <= place.roundOff());
    }

    private static Map<String, ArrayTensor> named(NamedTensors tensors) {
        Map<String, ArrayTensor> named = new LinkedHashMap<>();
        tensors.asMap().forEach((name, tensor) -> named.put(name, tensor.toArray()));
        return named;
    }

    private static Map<String, ArrayTensor> layers(Differentiable model, Batch batch) {
        return model.scoped(() -> {
            Map<String, ArrayTensor> layers = new LinkedHashMap<>();
            for (Activation activation : model.activations(batch, Mode.INFERENCE)) {
                layers.put(activation.layer(), activation.value().toArray());
            }
            return layers;
        });
    }

    private static List<Place> places(
            Map<String, ArrayTensor> own, Map<String, ArrayTensor> others) {
        List<Place> places = new ArrayList<>();
        own.forEach((name, value) -> {
            Tensor other = others.get(name);
            if (other != null) {
                places.add(new Place(
                        name,
                        moved(value, other),
                        value.summary().maxAbs(),
                        value.elementType().epsilon()));
            }
        });
        return places;
    }

    private static double moved(Tensor value, Tensor other) {
        if (!value.shape().equals(other.shape())) {
            return Double.NaN;
        }
        TensorDifference difference = value.differenceFrom(other);
        return difference.nonFinite() > 0 ? Double.NaN : difference.maxAbs();
    }
}
