package dev.mltest.corpus.tabular;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.Random;

/**
 * Rows of six standardised features, three classes: which of three curved sheets a point lies on.
 * The classes cannot be told by a linear function.
 */
class Tabular extends Data {

    static final int FEATURES = 6;
    static final int CLASSES = 3;
    private static final int TRAINING = 240;
    private static final int VALIDATION = 120;

    @Override
    public Task task() {
        return Task.classification(CLASSES);
    }

    @Override
    public Dataset training() {
        return Dataset.of(rows(TRAINING, new Random(11)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(rows(VALIDATION, new Random(12)));
    }

    @Override
    public int epochs() {
        return 12;
    }

    /** That many rows. */
    Batch rows(int count, Random random) {
        float[] features = new float[count * FEATURES];
        long[] classes = new long[count];
        for (int row = 0; row < count; row++) {
            classes[row] = fill(features, row * FEATURES, random);
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(count, FEATURES), features),
                ArrayTensor.ofLongs(Shape.of(count), classes));
    }

    /** Draws one row; its class is the ring around the origin on which its first two lie. */
    private static long fill(float[] features, int at, Random random) {
        double squares = 0;
        for (int i = 0; i < FEATURES; i++) {
            features[at + i] = (float) random.nextGaussian();
            squares += i < 2 ? features[at + i] * features[at + i] : 0;
        }
        return squares < 0.8 ? 0 : squares < 2.2 ? 1 : 2;
    }
}
