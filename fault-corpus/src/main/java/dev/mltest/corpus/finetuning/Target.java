package dev.mltest.corpus.finetuning;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.Dataset;
import dev.mltest.model.Task;

import java.util.Random;

/** What the head learns on few points: the inner ring, or outside of it with either sign. */
final class Target extends Data {

    static final int CLASSES = 3;

    @Override
    public Task task() {
        return Task.classification(CLASSES);
    }

    @Override
    public Dataset training() {
        return points(96, 93);
    }

    @Override
    public Dataset validation() {
        return points(150, 94);
    }

    private static Dataset points(int count, long seed) {
        return Dataset.of(
                Points.of(count, new Random(seed), (ring, sign) -> ring == 0 ? 0 : 1 + sign));
    }

    @Override
    public int epochs() {
        return 20;
    }
}
