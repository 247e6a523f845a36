package dev.mltest.corpus.custom;

import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Rows;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Points of three classes, each in two clusters on opposite sides of the others'. */
class Clusters extends Data {

    static final int FEATURES = 4;
    static final int CLASSES = 3;

    @Override
    public Task task() {
        return Task.classification(CLASSES);
    }

    @Override
    public Dataset training() {
        return Dataset.of(points(300, new Random(41)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(points(150, new Random(42)));
    }

    @Override
    public int epochs() {
        return 12;
    }

    private static Batch points(int count, Random random) {
        List<float[]> rows = new ArrayList<>();
        long[] classes = new long[count];
        for (int i = 0; i < count; i++) {
            classes[i] = random.nextInt(CLASSES);
            rows.add(point((int) classes[i] + CLASSES * random.nextInt(2), random));
        }
        return Batch.of(Rows.of(rows), ArrayTensor.ofLongs(Shape.of(count), classes));
    }

    /** Six clusters lie on a circle in the plane of the first two; the others are noise. */
    private static float[] point(int cluster, Random random) {
        double angle = cluster * Math.PI / 3;
        float[] point = new float[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            double centre = i == 0 ? Math.cos(angle) : i == 1 ? Math.sin(angle) : 0;
            point[i] = (float) (1.5 * centre + 0.4 * random.nextGaussian());
        }
        return point;
    }
}
