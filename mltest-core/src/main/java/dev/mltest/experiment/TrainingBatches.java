package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.ModelUnderTest;

import java.util.ArrayList;
import java.util.List;

/**
 * Batches of the training data, drawn by a seed: the same for the same seed, and sharing no example
 * unless the data is too small.
 */
public final class TrainingBatches {

    private final ModelUnderTest subject;
    private final long seed;
    private final List<Batch> drawn = new ArrayList<>();

    /** Those that an experiment on this model under this seed is given. */
    public TrainingBatches(ModelUnderTest subject, long seed) {
        this.subject = subject;
        this.seed = seed;
    }

    /**
     * The {@code index}-th batch.
     *
     * @throws dev.mltest.model.ConfigurationException if no verdict would mean anything on it: too
     *     few examples, NaN, illegal labels
     */
    public Batch get(int index) {
        while (drawn.size() <= index) {
            drawn.add(draw(drawn.size()));
        }
        return drawn.get(index);
    }

    /** The first {@code count} batches. */
    public List<Batch> first(int count) {
        get(count - 1);
        return List.copyOf(drawn.subList(0, count));
    }

    /** The {@code index}-th batch, made anew and not remembered. */
    Batch draw(int index) {
        Dataset data = subject.trainingData();
        int size = Math.min(subject.batchSize(), data.size());
        int start = index * size;
        int[] order =
                Orders.shuffled(data.size(), Randomness.of(seed, "batches " + start / data.size()));
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = order[(start + i) % data.size()];
        }
        return DataGuard.checked(subject, data.examples(rows));
    }
}
