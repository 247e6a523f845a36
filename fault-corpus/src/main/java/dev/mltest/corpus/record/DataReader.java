package dev.mltest.corpus.record;

import dev.mltest.corpus.record.DataEvidence.Input;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads off what training data look like. */
final class DataReader {

    private static final int MOST_EXAMPLES = 2000;
    private static final int MOST_FEATURES = 64;

    private DataReader() {}

    static DataEvidence read(Dataset training, Setting setting) {
        Batch batch = Rows.spread(training, MOST_EXAMPLES);
        List<Input> inputs = batch.inputs().asMap().entrySet().stream()
                .map(entry -> input(entry.getKey(), entry.getValue()))
                .toList();
        List<Spread> targets = batch.targets().asMap().values().stream()
                .map(target -> Spread.of(target.toArray().toDoubles()))
                .toList();
        return new DataEvidence(training.size(), inputs, targets, shares(batch, setting));
    }

    private static Input input(String name, Tensor tensor) {
        ArrayTensor values = tensor.toArray();
        Spread all = Spread.of(values.toDoubles());
        boolean isTable = values.shape().rank() == 2 && values.shape().size(1) <= MOST_FEATURES;
        return new Input(
                name,
                values.elementType().isFloating(),
                all,
                isTable ? columns(values) : List.of(all));
    }

    private static List<Spread> columns(ArrayTensor table) {
        return Arrays.stream(Units.of(table, 1)).map(Spread::of).toList();
    }

    private static List<Double> shares(Batch batch, Setting setting) {
        int classes = setting.choices();
        if (batch.targets().isEmpty() || classes == 0 || classes > MOST_FEATURES) {
            return List.of();
        }
        ArrayTensor target = batch.target();
        double[] counts = new double[classes];
        boolean isRows = target.shape().rank() == 2 && target.shape().size(1) == classes;
        for (int i = 0; i < target.length(); i++) {
            int index = isRows ? i % classes : (int) Math.round(target.get(i));
            if (index >= 0 && index < classes) {
                counts[index] += isRows ? target.get(i) : 1;
            }
        }
        double total = Arrays.stream(counts).sum();
        return IntStream.range(0, classes).mapToObj(i -> counts[i] / total).toList();
    }
}
