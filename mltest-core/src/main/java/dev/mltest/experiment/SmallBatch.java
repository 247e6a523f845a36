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
 * (where units are silent, some look the same to it; others are taken instead), and their targets
 * are not all the same.
 */
final class SmallBatch {

    private static final int MOST_BATCHES = 8;
    private static final double MOST = 0.5;

    /** Of looking at the outputs. */
    static final Price PRICE = Price.forwards(MOST_BATCHES);

    private final Bench bench;
    private final Differentiable model;
    private final int examples;

    private SmallBatch(Bench bench, Differentiable model, int examples) {
        this.bench = bench;
        this.model = model;
        this.examples = examples;
    }

    static Batch of(Bench bench, Differentiable model, int examples) {
        SmallBatch small = new SmallBatch(bench, model, examples);
        for (int index = 0; index < MOST_BATCHES; index++) {
            Batch rows = DistinctRows.of(bench.batch(index));
            if (rows.targets().isEmpty() || targetsDiffer(rows.firstRows(examples))) {
                return small.startingWith(rows, index).firstRows(examples);
            }
        }
        return DistinctRows.of(bench.batch(0)).firstRows(examples);
    }

    private static boolean targetsDiffer(Batch batch) {
        Batch first = batch.rows(new int[batch.size()]);
        return !first.targets().equals(batch.targets());
    }

    /** That most look the same to the model is no accident; the batch then stays as it is. */
    private Batch startingWith(Batch rows, int index) {
        Batch apart = toldApart(rows);
        if (apart.size() < MOST * rows.size()) {
            return rows;
        }
        int wanted = Math.min(examples, rows.size());
        for (int next = index + 1; apart.size() < wanted && next < MOST_BATCHES; next++) {
            apart = toldApart(DistinctRows.of(Concatenation.of(apart, bench.batch(next))));
        }
        return apart;
    }

    private Batch toldApart(Batch batch) {
        NamedTensors outputs = model.scoped(() -> model.predict(batch).toArrays());
        if (outputs.any(output -> !hasRowsOf(batch, output))) {
            return batch;
        }
        Set<Map<String, Tensor>> seen = new HashSet<>();
        return batch.rows(IntStream.range(0, batch.size())
                .filter(row -> seen.add(row(outputs, row)))
                .toArray());
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
