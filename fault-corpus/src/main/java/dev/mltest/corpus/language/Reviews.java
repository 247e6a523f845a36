package dev.mltest.corpus.language;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.Random;

/**
 * Short reviews as token ids, padded with 0 behind; some are empty. Neutral without a word of
 * praise or blame, else positive or negative; a word of negation turns it round.
 */
class Reviews extends Data {

    static final int LENGTH = 6;
    static final int VOCABULARY = 16;
    static final int CLASSES = 3;
    private static final int NOT = 1;
    private static final int PRAISE = 2;
    private static final int BLAME = 6;
    private static final int OTHER = 10;
    private static final int TRAINING = 192;
    private static final int VALIDATION = 120;

    @Override
    public Task task() {
        return Task.classification(CLASSES);
    }

    @Override
    public Dataset training() {
        return Dataset.of(reviews(TRAINING, new Random(51)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(reviews(VALIDATION, new Random(52)));
    }

    @Override
    public int epochs() {
        return 10;
    }

    @Override
    public int batchSize() {
        return 32;
    }

    /** Words in a review. */
    int length(Random random) {
        return random.nextInt(20) == 0 ? 0 : 2 + random.nextInt(LENGTH - 1);
    }

    private Batch reviews(int count, Random random) {
        long[] tokens = new long[count * LENGTH];
        float[] mask = new float[count * LENGTH];
        long[] classes = new long[count];
        for (int row = 0; row < count; row++) {
            int length = length(random);
            for (int at = row * LENGTH; at < row * LENGTH + length; at++) {
                tokens[at] = OTHER + random.nextInt(VOCABULARY - OTHER);
                mask[at] = 1;
            }
            classes[row] = length == 0 ? 0 : writeOpinion(tokens, row * LENGTH, length, random);
        }
        return new Batch(
                NamedTensors.of("input", ArrayTensor.ofLongs(Shape.of(count, LENGTH), tokens)),
                NamedTensors.of("target", ArrayTensor.ofLongs(Shape.of(count), classes)),
                NamedTensors.of("input", ArrayTensor.ofFloats(Shape.of(count, LENGTH), mask)));
    }

    private static int writeOpinion(long[] tokens, int from, int length, Random random) {
        int opinion = random.nextInt(CLASSES);
        boolean negated = random.nextInt(3) == 0;
        int first = random.nextInt(length);
        if (negated) {
            tokens[from + first] = NOT;
        }
        if (opinion > 0) {
            boolean praise = opinion == 1 ^ negated;
            int second = (first + 1 + random.nextInt(length - 1)) % length;
            tokens[from + second] = (praise ? PRAISE : BLAME) + random.nextInt(BLAME - PRAISE);
        }
        return opinion;
    }
}
