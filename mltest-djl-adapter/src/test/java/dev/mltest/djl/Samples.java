package dev.mltest.djl;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Random data that is the same in every run. */
final class Samples {

    private static final int LEARNABLE = 256;

    private Samples() {}

    /** Standard normal features; the class is decided by two of them. */
    static Batch learnable(long... example) {
        Shape shape = whole(LEARNABLE, example);
        int length = (int) shape.elements() / LEARNABLE;
        float[] inputs = standardNormal(shape);
        long[] labels = new long[LEARNABLE];
        for (int i = 0; i < LEARNABLE; i++) {
            double score = inputs[i * length] + inputs[i * length + length - 1];
            labels[i] = score > 0.6 ? 2 : score < -0.6 ? 0 : 1;
        }
        return Batch.of(
                ArrayTensor.ofFloats(shape, inputs),
                ArrayTensor.ofLongs(Shape.of(LEARNABLE), labels));
    }

    /** Standard normal features of this number, and targets computed from them. */
    static Batch computed(int features, UnaryOperator<float[]> target) {
        Shape shape = Shape.of(LEARNABLE, features);
        float[] inputs = standardNormal(shape);
        float[][] targets = new float[LEARNABLE][];
        for (int i = 0; i < LEARNABLE; i++) {
            targets[i] = target.apply(Arrays.copyOfRange(inputs, i * features, (i + 1) * features));
        }
        return Batch.of(ArrayTensor.ofFloats(shape, inputs), rows(targets));
    }

    private static ArrayTensor rows(float[][] rows) {
        int width = rows[0].length;
        float[] values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        return ArrayTensor.ofFloats(Shape.of(rows.length, width), values);
    }

    private static float[] standardNormal(Shape shape) {
        Random random = new Random(5);
        float[] values = new float[(int) shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

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
        Shape whole = whole(rows, shape);
        Random random = new Random(rows + 31L * whole.hashCode());
        double[] values = random.doubles(whole.elements(), -1, 1).toArray();
        return ArrayTensor.of(ElementType.FLOAT32, whole, values);
    }

    private static Shape whole(int rows, long... example) {
        return Shape.of(
                LongStream.concat(LongStream.of(rows), LongStream.of(example)).toArray());
    }

    private static ArrayTensor labels(int rows) {
        return ArrayTensor.ofLongs(
                Shape.of(rows), IntStream.range(0, rows).mapToLong(i -> i % 3).toArray());
    }
}
