package dev.mltest.experiment;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Orders in which examples are drawn. */
final class Orders {

    private Orders() {}

    /** 0 to {@code count - 1} in random order (Fisher and Yates). */
    static int[] shuffled(int count, RandomGenerator random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
