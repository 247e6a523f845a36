package dev.mltest.corpus.sequences;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.Random;

/**
 * Noisy series of three to six steps, padded with zeros behind: does the first of the two features
 * rise, fall or go up and down? The second is noise.
 */
class Sequences extends Data {

    static final int STEPS = 6;
    static final int FEATURES = 2;
    static final int CLASSES = 3;
    private static final int SHORTEST = 3;
    private static final int TRAINING = 160;
    private static final int VALIDATION = 90;

    @Override
    public Task task() {
        return Task.classification(CLASSES);
    }

    @Override
    public Dataset training() {
        return Dataset.of(series(TRAINING, new Random(41)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(series(VALIDATION, new Random(42)));
    }

    @Override
    public int epochs() {
        return 10;
    }

    private static Batch series(int count, Random random) {
        float[] values = new float[count * STEPS * FEATURES];
        float[] mask = new float[count * STEPS];
        long[] classes = new long[count];
        for (int row = 0; row < count; row++) {
            classes[row] = random.nextInt(CLASSES);
            int length = SHORTEST + random.nextInt(STEPS - SHORTEST + 1);
            double offset = 0.5 * random.nextGaussian();
            for (int step = 0; step < length; step++) {
                int at = row * STEPS + step;
                mask[at] = 1;
                values[FEATURES * at] = (float) (offset
                        + value(classes[row], step - (length - 1) / 2.0, step)
                        + 0.3 * random.nextGaussian());
                values[FEATURES * at + 1] = (float) random.nextGaussian();
            }
        }
        return new Batch(
                NamedTensors.of(
                        "input", ArrayTensor.ofFloats(Shape.of(count, STEPS, FEATURES), values)),
                NamedTensors.of("target", ArrayTensor.ofLongs(Shape.of(count), classes)),
                NamedTensors.of("input", ArrayTensor.ofFloats(Shape.of(count, STEPS), mask)));
    }

    private static double value(long kind, double fromMiddle, int step) {
        if (kind == 2) {
            return step % 2 == 0 ? 0.9 : -0.9;
        }
        return kind == 0 ? 0.5 * fromMiddle : -0.5 * fromMiddle;
    }
}
