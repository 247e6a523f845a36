package dev.mltest.experiment;

import dev.mltest.evidence.FiniteEvidence;
import dev.mltest.evidence.FiniteEvidence.DataSet;
import dev.mltest.evidence.Price;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which examples does the model give no number for? It predicts the data itself, in its own order,
 * so that the answer does not depend on what a seed happens to draw.
 */
public record FiniteSweep() implements Experiment<FiniteEvidence> {

    private static final int MOST_EXAMPLES = 4096;
    private static final int FEWEST_EXAMPLES = 256;
    private static final long MOST_ELEMENTS = 1 << 22;
    private static final int BATCHES = 4;

    @Override
    public String id() {
        return "finite-sweep";
    }

    @Override
    public Class<FiniteEvidence> evidenceType() {
        return FiniteEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        long forwards = batches(model, model.trainingData());
        forwards += model.validationData().map(data -> batches(model, data)).orElse(0L);
        return Price.forwards(forwards + model.validationData().map(data -> 2).orElse(1));
    }

    @Override
    public FiniteEvidence perform(Bench bench) {
        ModelUnderTest subject = bench.subject();
        List<DataSet> sets = new ArrayList<>();
        sets.add(sweep(bench, "training data", subject.trainingData()));
        subject.validationData()
                .filter(data -> data.size() > 0)
                .ifPresent(data -> sets.add(sweep(bench, "validation data", data)));
        return new FiniteEvidence(sets);
    }

    private static DataSet sweep(Bench bench, String name, Dataset data) {
        int size = size(bench.subject());
        int count = count(data);
        int bad = 0;
        int first = -1;
        EmptyInputs empty = new EmptyInputs();
        for (int from = 0; from < count; from += size) {
            int[] indices = IntStream.range(from, Math.min(count, from + size)).toArray();
            Batch batch = data.examples(indices);
            NamedTensors outputs = predict(bench.predictor(), batch);
            for (int i = 0; i < indices.length; i++) {
                boolean isBad = isBad(outputs, i, indices.length);
                empty.look(batch, i, isBad);
                bad += isBad ? 1 : 0;
                first = isBad && first < 0 ? indices[i] : first;
            }
        }
        if (first < 0) {
            return new DataSet(name, count, data.size(), 0, -1, "", "", "", true);
        }
        Batch example = data.examples(first, first);
        boolean isFinite = !example.inputs().any(tensor -> tensor.summary().nonFinite() > 0);
        List<String> place = place(bench.predictor(), example);
        return new DataSet(
                name,
                count,
                data.size(),
                bad,
                first,
                place.get(1),
                place.get(0),
                empty.onlyOfTheBad(),
                isFinite);
    }

    /** The layer before, and the first layer that is not finite. */
    private static List<String> place(Predictor model, Batch example) {
        return model instanceof Differentiable open
                ? open.scoped(() -> place(open.activations(example, Mode.INFERENCE)))
                : List.of("", "output");
    }

    private static List<String> place(List<Activation> layers) {
        String first = Unfit.firstLayer(layers).orElse("output");
        String before = "";
        for (Activation layer : layers) {
            if (layer.layer().equals(first)) {
                break;
            }
            before = layer.layer();
        }
        return List.of(before, first);
    }

    private static boolean isBad(NamedTensors outputs, int row, int rows) {
        return outputs.any(tensor -> isBad(tensor, row, rows));
    }

    private static boolean isBad(Tensor tensor, int row, int rows) {
        ArrayTensor values = tensor.toArray();
        boolean hasRows = values.shape().rank() > 0 && values.shape().size(0) == rows;
        return Unfit.any(hasRows ? values.rows(row) : values, Unfit::isNoOutput);
    }

    private static NamedTensors predict(Predictor model, Batch batch) {
        return model.scoped(() -> model.predict(batch).toArrays());
    }

    private static long batches(ModelUnderTest model, Dataset data) {
        return data.size() == 0 ? 0 : (count(data) + size(model) - 1) / size(model);
    }

    private static int size(ModelUnderTest model) {
        return BATCHES * model.batchSize();
    }

    private static int count(Dataset data) {
        long elements = data.examples(0).inputs().asMap().values().stream()
                .mapToLong(tensor -> tensor.shape().elements())
                .sum();
        long most = Math.min(MOST_EXAMPLES, MOST_ELEMENTS / Math.max(1, elements));
        return (int) Math.min(data.size(), Math.max(FEWEST_EXAMPLES, most));
    }
}
