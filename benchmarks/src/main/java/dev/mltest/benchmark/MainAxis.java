package dev.mltest.benchmark;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

import java.util.function.Function;

/**
 * The main axis of each point cloud, by squaring its second moments: a direction without a sign.
 */
final class MainAxis {

    private static final int SIZE = 3;
    private static final int SQUARINGS = 12;

    private MainAxis() {}

    /** Outputs [N x 1 x 3]; the first variance is raised by this share, which is wrong. */
    static Function<Batch, ArrayTensor> with(float raised) {
        return batch -> Floats.each(cloud -> of(cloud, raised))
                .apply(batch)
                .reshaped(Shape.of(batch.size(), 1, SIZE));
    }

    private static float[] of(float[] cloud, float raised) {
        float[] moments = new float[SIZE * SIZE];
        for (int at = 0; at < cloud.length; at += SIZE) {
            for (int i = 0; i < moments.length; i++) {
                moments[i] += cloud[at + i / SIZE] * cloud[at + i % SIZE];
            }
        }
        moments[0] *= 1 + raised;
        for (int i = 0; i < SQUARINGS; i++) {
            moments = squared(moments);
        }
        return longestRow(moments);
    }

    private static float[] squared(float[] matrix) {
        float[] squared = new float[matrix.length];
        float trace = 0;
        for (int i = 0; i < squared.length; i++) {
            for (int k = 0; k < SIZE; k++) {
                squared[i] += matrix[i / SIZE * SIZE + k] * matrix[k * SIZE + i % SIZE];
            }
            trace += i % (SIZE + 1) == 0 ? squared[i] : 0;
        }
        float[] scaled = new float[matrix.length];
        Floats.add(scaled, squared, 1 / Math.max(trace, Float.MIN_NORMAL));
        return scaled;
    }

    private static float[] longestRow(float[] matrix) {
        float[] longest = new float[SIZE];
        float square = 0;
        for (int row = 0; row < SIZE; row++) {
            float[] candidate = Floats.slice(matrix, row * SIZE, SIZE);
            float length = Floats.times(candidate, candidate)[0];
            longest = length > square ? candidate : longest;
            square = Math.max(square, length);
        }
        float[] unit = new float[SIZE];
        Floats.add(unit, longest, 1 / (float) Math.sqrt(Math.max(square, Float.MIN_NORMAL)));
        return unit;
    }
}
