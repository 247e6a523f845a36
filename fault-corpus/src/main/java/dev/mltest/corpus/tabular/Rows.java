package dev.mltest.corpus.tabular;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Changes of tables: a row's features and its class. */
final class Rows {

    private Rows() {}

    /** One table under the other. */
    static Batch join(Batch upper, Batch lower) {
        return Batch.of(
                join(upper.inputs(), lower.inputs()), join(upper.targets(), lower.targets()));
    }

    private static ArrayTensor join(NamedTensors upper, NamedTensors lower) {
        ArrayTensor first = upper.first().toArray();
        ArrayTensor second = lower.first().toArray();
        long[] sizes = first.shape().sizes().clone();
        sizes[0] += second.shape().size(0);
        double[] values = IntStream.range(0, first.length() + second.length())
                .mapToDouble(
                        i -> i < first.length() ? first.get(i) : second.get(i - first.length()))
                .toArray();
        return ArrayTensor.of(first.elementType(), Shape.of(sizes), values);
    }

    /** The same rows with other classes. */
    static Batch relabel(Batch table, IntToLongFunction classOfRow) {
        long[] classes = IntStream.range(0, table.size())
                .mapToLong(classOfRow::applyAsLong)
                .toArray();
        return table.withTargets(NamedTensors.of(
                table.targets().names().get(0),
                ArrayTensor.ofLongs(Shape.of(classes.length), classes)));
    }

    /** The same rows with other features. */
    static Batch withFeatures(Batch table, ArrayTensor features) {
        return table.withInputs(NamedTensors.of("input", features));
    }

    /** A row's class. */
    static int classOf(Batch table, int row) {
        return (int) table.target().get(row);
    }

    /** Row numbers in any order. */
    static int[] shuffled(int count, Random random) {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(rows, random);
        return rows.stream().mapToInt(row -> row).toArray();
    }

    /** How many rows each class has. */
    static long[] counts(Batch table, int classes) {
        return LongStream.range(0, classes)
                .map(one -> IntStream.range(0, table.size())
                        .filter(row -> classOf(table, row) == one)
                        .count())
                .toArray();
    }
}
