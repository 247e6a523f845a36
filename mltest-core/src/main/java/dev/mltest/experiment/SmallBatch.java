package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A few examples that can be told apart: their inputs differ, the model gives each its own outputs
 * (where units are silent, some look the same to it), and their targets are not all the same.
 */
final class SmallBatch {

    private static final int MOST_BATCHES = 8;
    private static final double MOST = 0.75;

    /** Of looking at the outputs. */
    static final Price PRICE = Price.forwards(1);

    private SmallBatch() {}

    static Batch of(Bench bench, Differentiable model, int examples) {
        for (int index = 0; index < MOST_BATCHES; index++) {
            Batch rows = DistinctRows.of(bench.batch(index));
            if (rows.targets().isEmpty() || targetsDiffer(rows.firstRows(examples))) {
                return toldApart(model, rows).firstRows(examples);
            }
        }
        return DistinctRows.of(bench.batch(0)).firstRows(examples);
    }

    private static boolean targetsDiffer(Batch batch) {
        Batch first = batch.rows(new int[batch.size()]);
        return !first.targets().equals(batch.targets());
    }

    /** Unless most look the same to the model, which is no accident. */
    private static Batch toldApart(Differentiable model, Batch batch) {
        NamedTensors outputs = model.predict(batch).toArrays();
        if (outputs.any(output -> !hasRowsOf(batch, output))) {
            return batch;
        }
        Set<Map<String, Tensor>> seen = new HashSet<>();
        int[] rows = IntStream.range(0, batch.size())
                .filter(row -> seen.add(row(outputs, row)))
                .toArray();
        return rows.length >= MOST * batch.size() ? batch.rows(rows) : batch;
    }

    private static boolean hasRowsOf(Batch batch, Tensor output) {
        return output.shape().rank() > 0 && output.shape().size(0) == batch.size();
    }

    private static Map<String, Tensor> row(NamedTensors outputs, int row) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        outputs.asMap()
                .forEach((name, tensor) -> values.put(name, tensor.toArray().rows(row)));
        return values;
    }
}
