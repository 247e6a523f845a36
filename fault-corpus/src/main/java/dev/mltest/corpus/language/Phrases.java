package dev.mltest.corpus.language;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.Random;

/**
 * Phrases of nine tokens of which a model sees eight and says the next at each position: a token
 * mostly repeats the one before the last.
 */
class Phrases extends Data {

    static final int LENGTH = 8;
    static final int VOCABULARY = 8;
    private static final int TRAINING = 256;
    private static final int VALIDATION = 96;

    @Override
    public Task task() {
        return Task.languageModel(VOCABULARY);
    }

    @Override
    public Dataset training() {
        return Dataset.of(phrases(TRAINING, new Random(53)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(phrases(VALIDATION, new Random(54)));
    }

    @Override
    public int epochs() {
        return 12;
    }

    private static Batch phrases(int count, Random random) {
        long[] tokens = new long[count * LENGTH];
        long[] next = new long[count * LENGTH];
        for (int row = 0; row < count; row++) {
            long[] phrase = phrase(random);
            System.arraycopy(phrase, 0, tokens, row * LENGTH, LENGTH);
            System.arraycopy(phrase, 1, next, row * LENGTH, LENGTH);
        }
        Shape shape = Shape.of(count, LENGTH);
        return Batch.of(ArrayTensor.ofLongs(shape, tokens), ArrayTensor.ofLongs(shape, next));
    }

    private static long[] phrase(Random random) {
        long[] phrase = new long[LENGTH + 1];
        for (int i = 0; i <= LENGTH; i++) {
            boolean repeats = i > 1 && random.nextInt(10) > 0;
            phrase[i] = repeats ? phrase[i - 2] : random.nextInt(VOCABULARY);
        }
        return phrase;
    }
}
