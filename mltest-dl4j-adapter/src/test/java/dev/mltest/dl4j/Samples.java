package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.Random;
import java.util.stream.LongStream;

/** Random data that is the same in every run. */
final class Samples {

    private static final int LEARNABLE = 256;

    private Samples() {}

    /** Standard normal features; the class is decided by two of them, which no mask covers. */
    static Batch learnable(long... example) {
        int length = (int) LongStream.of(example).reduce(1, (a, b) -> a * b);
        Random random = new Random(5);
        float[] inputs = new float[LEARNABLE * length];
        double[] classes = new double[LEARNABLE * 3];
        int last = example.length == 2 ? length - (int) example[1] : length - 1;
        for (int i = 0; i < LEARNABLE; i++) {
            for (int j = 0; j < length; j++) {
                inputs[i * length + j] = (float) random.nextGaussian();
            }
            double score = inputs[i * length] + inputs[i * length + last];
            classes[i * 3 + (score > 0.6 ? 2 : score < -0.6 ? 0 : 1)] = 1;
        }
        return Batch.of(
                ArrayTensor.ofFloats(whole(LEARNABLE, example), inputs),
                ArrayTensor.of(ElementType.FLOAT32, Shape.of(LEARNABLE, 3), classes));
    }

    /** Features of this shape and one-hot classes 0 to 2. */
    static Batch classes(int rows, long... shape) {
        return Batch.of(normal(rows, shape), oneHot(rows));
    }

    /** Features of this shape and one number to predict. */
    static Batch numbers(int rows, long... shape) {
        return Batch.of(normal(rows, shape), normal(rows, 1));
    }

    /** Two inputs of three and two features, two targets. */
    static Batch pairs(int rows) {
        NamedTensors inputs =
                NamedTensors.of("left", normal(rows, 3)).with("right", normal(rows, 2));
        NamedTensors targets = NamedTensors.of("kind", oneHot(rows)).with("size", normal(rows, 2));
        return new Batch(inputs, targets);
    }

    /** Sequences of different lengths, padded, with the mask of the padding. */
    static Batch sequences(int rows, int features, int steps) {
        Batch batch = classes(rows, features, steps);
        return new Batch(
                batch.inputs(), batch.targets(), NamedTensors.of("input", mask(rows, steps)));
    }

    /** A class at every step of sequences of different lengths. */
    static Batch tagged(int rows, int features, int steps) {
        Batch batch = Batch.of(normal(rows, features, steps), tags(rows, steps));
        return new Batch(
                batch.inputs(),
                batch.targets(),
                NamedTensors.of("input", mask(rows, steps)).with("target", mask(rows, steps)));
    }

    static ArrayTensor mask(int rows, int steps) {
        double[] values = new double[rows * steps];
        for (int row = 0; row < rows; row++) {
            for (int step = 0; step < steps; step++) {
                values[row * steps + step] = step < steps - row % 3 ? 1 : 0;
            }
        }
        return ArrayTensor.of(ElementType.FLOAT32, Shape.of(rows, steps), values);
    }

    private static ArrayTensor tags(int rows, int steps) {
        double[] values = new double[rows * 3 * steps];
        for (int row = 0; row < rows; row++) {
            for (int step = 0; step < steps; step++) {
                values[(row * 3 + (row + step) % 3) * steps + step] = 1;
            }
        }
        return ArrayTensor.of(ElementType.FLOAT32, Shape.of(rows, 3, steps), values);
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

    static ArrayTensor oneHot(int rows) {
        double[] values = new double[rows * 3];
        for (int row = 0; row < rows; row++) {
            values[row * 3 + row % 3] = 1;
        }
        return ArrayTensor.of(ElementType.FLOAT32, Shape.of(rows, 3), values);
    }
}
