package dev.mltest.corpus.tabular;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.Random;

/**
 * Rows of six standardised features, three classes: on which ring around the origin the first two
 * lie. The classes cannot be told by a linear function.
 */
class Tabular extends Data {

    static final int FEATURES = 6;
    private static final int TRAINING = 600;
    private static final int VALIDATION = 200;

    @Override
    public Task task() {
        return Task.classification(classes());
    }

    /** How many classes there are. */
    int classes() {
        return 3;
    }

    @Override
    public int epochs() {
        return 8;
    }

    @Override
    public final Dataset training() {
        return Dataset.of(trainingRows());
    }

    @Override
    public final Dataset validation() {
        return Dataset.of(validationRows());
    }

    /** The rows to train on. */
    Batch trainingRows() {
        return rows(TRAINING, new Random(11));
    }

    /** The rows to validate on. */
    Batch validationRows() {
        return rows(VALIDATION, new Random(12));
    }

    /** That many rows. */
    final Batch rows(int count, Random random) {
        float[] features = new float[count * FEATURES];
        long[] classes = new long[count];
        for (int row = 0; row < count; row++) {
            float[] drawn = draw(random);
            System.arraycopy(drawn, 0, features, row * FEATURES, FEATURES);
            classes[row] = classOf(drawn);
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(count, FEATURES), features), targets(classes));
    }

    /** The features of one row. */
    float[] draw(Random random) {
        float[] features = new float[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            features[i] = (float) random.nextGaussian();
        }
        return features;
    }

    /** The class of a row with these features. */
    long classOf(float[] features) {
        double squares = features[0] * features[0] + features[1] * features[1];
        return squares < 0.8 ? 0 : squares < 2.2 ? 1 : 2;
    }

    /** What is learnt of rows of these classes. */
    ArrayTensor targets(long[] classes) {
        return ArrayTensor.ofLongs(Shape.of(classes.length), classes);
    }
}
