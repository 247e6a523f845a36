package dev.mltest.corpus.custom;

import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Rows;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pairs of bent views of places in the plane, and how far the places are apart; some are one. */
class Dissimilar extends Data {

    static final int FEATURES = 5;

    @Override
    public Task task() {
        return Task.regression();
    }

    @Override
    public Dataset training() {
        return Dataset.of(pairs(400, new Random(43)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(pairs(150, new Random(44)));
    }

    @Override
    public int batchSize() {
        return 20;
    }

    @Override
    public int epochs() {
        return 12;
    }

    private static Batch pairs(int count, Random random) {
        List<float[]> first = new ArrayList<>();
        List<float[]> second = new ArrayList<>();
        List<float[]> distances = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] one = place(random);
            double[] other = random.nextInt(8) == 0 ? one : place(random);
            first.add(view(one));
            second.add(view(other));
            distances.add(new float[] {(float) Math.hypot(one[0] - other[0], one[1] - other[1])});
        }
        return new Batch(
                NamedTensors.of("first", Rows.of(first)).with("second", Rows.of(second)),
                NamedTensors.of("distance", Rows.of(distances)));
    }

    private static double[] place(Random random) {
        return new double[] {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
    }

    private static float[] view(double[] place) {
        double x = place[0];
        double y = place[1];
        return new float[] {
            (float) Math.sinh(x), (float) (y * y * y), (float) (x * y), (float) (x - y), (float) y
        };
    }
}
