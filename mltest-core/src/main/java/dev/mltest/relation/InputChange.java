package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

/** How far the inputs of each example moved. */
final class InputChange {

    private InputChange() {}

    /** Euclidean distance of each example over all inputs; NaN where a shape changed. */
    static double[] between(Batch before, Batch after) {
        double[] squares = new double[before.size()];
        before.inputs().asMap().forEach((name, input) -> {
            double[] distances = Agreement.euclidean()
                    .distances(input.toArray(), after.inputs().get(name).toArray());
            for (int row = 0; row < squares.length; row++) {
                squares[row] += distances[row] * distances[row];
            }
        });
        for (int row = 0; row < squares.length; row++) {
            squares[row] = Math.sqrt(squares[row]);
        }
        return squares;
    }

    /** Whether inputs or masks of each example differ at all. */
    static boolean[] isThere(Batch before, Batch after) {
        boolean[] there = new boolean[before.size()];
        for (int row = 0; row < there.length; row++) {
            there[row] = before.size() != after.size()
                    || differ(before.inputs(), after.inputs(), row)
                    || differ(before.masks(), after.masks(), row);
        }
        return there;
    }

    private static boolean differ(NamedTensors before, NamedTensors after, int row) {
        return before.names().stream()
                .anyMatch(name -> !row(before.get(name), row).equals(row(after.get(name), row)));
    }

    private static ArrayTensor row(Tensor tensor, int row) {
        return tensor.toArray().rows(row);
    }
}
