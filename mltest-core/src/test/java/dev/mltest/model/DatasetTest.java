package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

class DatasetTest {

    private static final ArrayTensor INDICES =
            ArrayTensor.ofLongs(Shape.of(20), LongStream.range(0, 20).toArray());

    private final Dataset data = Dataset.of(Batch.of(INDICES, INDICES));

    @Test
    void examples_come_in_the_order_asked_for() {
        assertThat(drawn(data.examples(3, 1, 3))).containsExactly(3, 1, 3);
    }

    @Test
    void a_sample_holds_different_examples() {
        assertThat(drawn(sample(10, 1))).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void a_sample_is_no_larger_than_the_data() {
        assertThat(drawn(sample(50, 1))).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void the_same_seed_draws_the_same_sample() {
        assertThat(sample(10, 1)).isEqualTo(sample(10, 1)).isNotEqualTo(sample(10, 2));
    }

    @Test
    void every_example_is_drawn_equally_often() {
        int[] counts = new int[20];
        for (int seed = 0; seed < 4000; seed++) {
            Arrays.stream(drawn(sample(5, seed))).forEach(i -> counts[(int) i]++);
        }

        // Each count is binomial, 1000 on average with a deviation of 27: five deviations.
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 1000) < 137);
    }

    private Batch sample(int count, long seed) {
        return data.sample(count, new SplittableRandom(seed));
    }

    private static long[] drawn(Batch batch) {
        return batch.target().toLongs();
    }
}
