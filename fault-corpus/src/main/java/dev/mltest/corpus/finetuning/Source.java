package dev.mltest.corpus.finetuning;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.Dataset;
import dev.mltest.model.Task;

import java.util.Random;

/** What the backbone learns first: ring and sign, on many points. */
final class Source extends Data {

    static final int CLASSES = 2 * Points.RINGS;

    private final int size;
    private final int epochs;

    /** So many points to train on, gone through so often. */
    Source(int size, int epochs) {
        this.size = size;
        this.epochs = epochs;
    }

    @Override
    public Task task() {
        return Task.classification(CLASSES);
    }

    @Override
    public Dataset training() {
        return points(size, 91);
    }

    @Override
    public Dataset validation() {
        return points(200, 92);
    }

    private static Dataset points(int count, long seed) {
        return Dataset.of(Points.of(count, new Random(seed), (ring, sign) -> 2 * ring + sign));
    }

    @Override
    public int epochs() {
        return epochs;
    }

    @Override
    public int batchSize() {
        return 32;
    }
}
