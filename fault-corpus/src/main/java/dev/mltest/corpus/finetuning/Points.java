package dev.mltest.corpus.finetuning;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

import java.util.Random;
import java.util.function.IntBinaryOperator;

/**
 * Points of six coordinates. Two things can be said of each: on which of three rings around the
 * origin its first two lie, and whether the next two have the same sign.
 */
final class Points {

    static final int COORDINATES = 6;
    static final int RINGS = 3;

    private Points() {}

    /** That many points with labels made from ring and sign. */
    static Batch of(int count, Random random, IntBinaryOperator label) {
        float[] coordinates = new float[count * COORDINATES];
        long[] labels = new long[count];
        for (int row = 0; row < count; row++) {
            int at = row * COORDINATES;
            for (int i = 0; i < COORDINATES; i++) {
                coordinates[at + i] = (float) random.nextGaussian();
            }
            double squares = Math.pow(coordinates[at], 2) + Math.pow(coordinates[at + 1], 2);
            int ring = squares < 0.8 ? 0 : squares < 2.2 ? 1 : 2;
            int sign = coordinates[at + 2] * coordinates[at + 3] > 0 ? 1 : 0;
            labels[row] = label.applyAsInt(ring, sign);
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(count, COORDINATES), coordinates),
                ArrayTensor.ofLongs(Shape.of(count), labels));
    }
}
