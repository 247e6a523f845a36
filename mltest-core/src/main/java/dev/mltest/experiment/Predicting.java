package dev.mltest.experiment;

import dev.mltest.evidence.PredictingEvidence;
import dev.mltest.evidence.PredictingEvidence.Output;
import dev.mltest.evidence.PredictingEvidence.ParameterMovement;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorDifference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Does predicting leave a trace, and does an example's output depend on what was predicted before
 * it, on the size of its batch, or on its place there?
 */
public record Predicting() implements Experiment<PredictingEvidence> {

    private static final int EXAMPLES = 8;
    private static final int PREDICTIONS = 9;

    @Override
    public String id() {
        return "predicting";
    }

    @Override
    public Class<PredictingEvidence> evidenceType() {
        return PredictingEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(PREDICTIONS);
    }

    @Override
    public PredictingEvidence perform(Bench bench) {
        Predictor model = bench.predictor();
        Batch batch = bench.batch(0).firstRows(EXAMPLES);
        int size = batch.size();
        Map<ParameterPath, Tensor> before = values(model);
        predict(model, batch);
        NamedTensors base = predict(model, batch);
        NamedTensors again = predict(model, batch);
        NamedTensors reversed = predict(model, batch.rows(backwards(size)));
        predict(model, bench.batch(1).firstRows(EXAMPLES));
        NamedTensors later = predict(model, batch);
        NamedTensors nudged = predict(model, batch.withInputs(nudged(bench, batch.inputs())));
        OtherSizes sizes = OtherSizes.of(model, batch);
        List<ParameterMovement> movements = movements(model, before);
        List<Output> outputs = base.names().stream()
                .map(name -> {
                    ArrayTensor value = base.get(name).toArray();
                    return new Output(
                            name,
                            distance(value, again.get(name)),
                            distance(value, later.get(name)),
                            rows(value, size, reversed.get(name), backwards(size)),
                            sizes.prefix(name, value),
                            sizes.alone(name, value),
                            isNudged(batch) ? distance(value, nudged.get(name)) : Double.NaN,
                            value.summary().maxAbs(),
                            value.elementType().epsilon(),
                            value.summary().nonFinite() == 0);
                })
                .toList();
        return new PredictingEvidence(size, PREDICTIONS, sizes.refusal(), outputs, movements);
    }

    private static NamedTensors predict(Predictor model, Batch batch) {
        return model.scoped(() -> model.predict(batch).toArrays());
    }

    private static int[] backwards(int size) {
        return IntStream.range(0, size).map(row -> size - 1 - row).toArray();
    }

    /** Rows that stand elsewhere now, compared with those they were. */
    private static double rows(ArrayTensor value, int size, Tensor other, int[] places) {
        boolean hasRows = value.shape().rank() > 0 && value.shape().size(0) == size;
        return hasRows ? distance(value.rows(places), other) : Double.NaN;
    }

    private static double distance(Tensor value, Tensor other) {
        if (!value.shape().equals(other.shape())) {
            return Double.NaN;
        }
        TensorDifference difference = value.differenceFrom(other);
        return difference.nonFinite() > 0 ? Double.NaN : difference.maxAbs();
    }

    private static boolean isNudged(Batch batch) {
        return batch.inputs().any(tensor -> tensor.elementType().isFloating());
    }

    private static NamedTensors nudged(Bench bench, NamedTensors inputs) {
        return new Perturbation(ElementType.FLOAT32.epsilon(), bench.random("one unit")).of(inputs);
    }

    private static Map<ParameterPath, Tensor> values(Predictor model) {
        Map<ParameterPath, Tensor> values = new LinkedHashMap<>();
        Optional.of(model)
                .filter(Differentiable.class::isInstance)
                .map(Differentiable.class::cast)
                .ifPresent(open -> open.parameters().stream()
                        .map(Parameter::path)
                        .forEach(path -> values.put(path, open.value(path).copy())));
        return values;
    }

    private static List<ParameterMovement> movements(
            Predictor model, Map<ParameterPath, Tensor> before) {
        return before.entrySet().stream()
                .map(entry -> {
                    TensorDifference difference = ((Differentiable) model)
                            .value(entry.getKey())
                            .differenceFrom(entry.getValue());
                    return new ParameterMovement(
                            entry.getKey(), difference.changed(), difference.maxAbs());
                })
                .toList();
    }
}
