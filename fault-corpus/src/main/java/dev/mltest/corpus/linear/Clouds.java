package dev.mltest.corpus.linear;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.Random;

/** Points in four dimensions, from three clouds that overlap a little. */
class Clouds extends Data {

    static final int FEATURES = 4;
    static final int CLASSES = 3;

    @Override
    public Task task() {
        return Task.classification(CLASSES);
    }

    @Override
    public Dataset training() {
        return Dataset.of(points(300, new Random(21)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(points(200, new Random(22)));
    }

    private static Batch points(int count, Random random) {
        float[] points = new float[count * FEATURES];
        long[] clouds = new long[count];
        for (int point = 0; point < count; point++) {
            clouds[point] = random.nextInt(CLASSES);
            for (int i = 0; i < FEATURES; i++) {
                double centre = i == clouds[point] ? 2 : 0;
                points[point * FEATURES + i] = (float) (random.nextGaussian() + centre);
            }
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(count, FEATURES), points),
                ArrayTensor.ofLongs(Shape.of(count), clouds));
    }
}
