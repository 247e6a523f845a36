package dev.mltest.model;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Examples that can be drawn by index, so that the same seed draws the same batches. */
public interface Dataset {

    /** Number of examples. */
    int size();

    /** The examples at these indices, as one batch in this order. */
    Batch examples(int... indices);

    /** A data set held in memory as one large batch. */
    static Dataset of(Batch all) {
        return new InMemoryDataset(all);
    }

    /** {@code count} different examples, drawn at random; all of them if there are fewer. */
    default Batch sample(int count, RandomGenerator random) {
        int[] order = IntStream.range(0, size()).toArray();
        int drawn = Math.min(count, order.length);
        for (int i = 0; i < drawn; i++) {
            int j = i + random.nextInt(order.length - i);
            int picked = order[j];
            order[j] = order[i];
            order[i] = picked;
        }
        return examples(IntStream.range(0, drawn).map(i -> order[i]).toArray());
    }
}
