package dev.mltest.benchmark;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.Random;
import java.util.function.Function;

/** Small single-precision arithmetic, so that the models have the round-off of real ones. */
final class Floats {

    private Floats() {}

    /** Independent normal numbers. */
    static float[] normal(int count, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Examples of normal numbers as the only input. */
    static Function<Random, NamedTensors> examples(int... sizes) {
        long[] shape = new long[sizes.length + 1];
        shape[0] = RelationSubject.EXAMPLES;
        for (int i = 0; i < sizes.length; i++) {
            shape[i + 1] = sizes[i];
        }
        Shape whole = Shape.of(shape);
        return random -> NamedTensors.of(
                "input", ArrayTensor.ofFloats(whole, normal((int) whole.elements(), random)));
    }

    /** {@code weights [out x in]} times {@code in}. */
    static float[] times(float[] weights, float[] in) {
        float[] out = new float[weights.length / in.length];
        for (int i = 0; i < weights.length; i++) {
            out[i / in.length] += weights[i] * in[i % in.length];
        }
        return out;
    }

    static float[] tanh(float[] values) {
        float[] mapped = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            mapped[i] = (float) Math.tanh(values[i]);
        }
        return mapped;
    }

    /** Adds in place. */
    static void add(float[] to, float[] values, float factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * values[i];
        }
    }

    /** A part of an array. */
    static float[] slice(float[] values, int from, int length) {
        float[] slice = new float[length];
        System.arraycopy(values, from, slice, 0, length);
        return slice;
    }

    /** A model that treats each example by itself and puts out as many numbers for each. */
    static Function<Batch, ArrayTensor> each(Function<float[], float[]> model) {
        return batch -> perExample(
                batch,
                row -> model.apply(batch.inputs().first().toArray().rows(row).toFloats()));
    }

    /** The outputs of all examples, stacked. */
    static ArrayTensor perExample(Batch batch, Function<Integer, float[]> model) {
        float[][] rows = new float[batch.size()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = model.apply(row);
        }
        int width = rows[0].length;
        float[] all = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, all, row * width, width);
        }
        return ArrayTensor.ofFloats(Shape.of(rows.length, width), all);
    }
}
