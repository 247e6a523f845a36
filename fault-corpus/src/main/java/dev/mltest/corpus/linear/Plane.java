package dev.mltest.corpus.linear;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.Random;

/** Heights over a plane in four dimensions, with noise. */
class Plane extends Data {

    private static final double[] SLOPES = {1.5, -1, 0.5, 0};
    private static final double OFFSET = 0.7;

    @Override
    public Task task() {
        return Task.regression();
    }

    @Override
    public Dataset training() {
        return Dataset.of(points(300, new Random(31)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(points(200, new Random(32)));
    }

    private static Batch points(int count, Random random) {
        float[] points = new float[count * SLOPES.length];
        float[] heights = new float[count];
        for (int point = 0; point < count; point++) {
            double height = OFFSET + 0.3 * random.nextGaussian();
            for (int i = 0; i < SLOPES.length; i++) {
                double value = random.nextGaussian();
                points[point * SLOPES.length + i] = (float) value;
                height += SLOPES[i] * value;
            }
            heights[point] = (float) height;
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(count, SLOPES.length), points),
                ArrayTensor.ofFloats(Shape.of(count, 1), heights));
    }
}
