package dev.mltest.djl;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.Random;
import java.util.stream.IntStream;

/** Random data that is the same in every run. */
final class Samples {

    private Samples() {}

    /** Features of this shape and class indices 0 to 2. */
    static Batch classes(int rows, long... shape) {
        return Batch.of(normal(rows, shape), labels(rows));
    }

    /** Features of this shape and one number to predict. */
    static Batch numbers(int rows, long... shape) {
        return Batch.of(normal(rows, shape), normal(rows, 1));
    }

    /** Two inputs of three and two features. */
    static Batch pairs(int rows) {
        NamedTensors inputs =
                NamedTensors.of("left", normal(rows, 3)).with("right", normal(rows, 2));
        return new Batch(inputs, NamedTensors.of("target", labels(rows)));
    }

    static ArrayTensor normal(int rows, long... shape) {
        Shape whole = Shape.of(IntStream.range(0, shape.length + 1)
                .mapToLong(axis -> axis == 0 ? rows : shape[axis - 1])
                .toArray());
        Random random = new Random(rows + 31L * whole.hashCode());
        double[] values = random.doubles(whole.elements(), -1, 1).toArray();
        return ArrayTensor.of(ElementType.FLOAT32, whole, values);
    }

    private static ArrayTensor labels(int rows) {
        return ArrayTensor.ofLongs(
                Shape.of(rows), IntStream.range(0, rows).mapToLong(i -> i % 3).toArray());
    }
}
