package dev.mltest.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class BenchTest {

    @Test
    void batches_share_no_example_while_the_data_lasts() {
        Set<Batch> drawn = new HashSet<>();
        for (Batch batch : bench(1, 64, 16).batches(4)) {
            for (int row = 0; row < batch.size(); row++) {
                drawn.add(batch.rows(row));
            }
        }

        assertThat(drawn).hasSize(64);
    }

    @Test
    void batches_start_again_in_another_order_when_the_data_is_used_up() {
        List<Batch> batches = bench(1, 16, 16).batches(2);

        assertThat(batches.get(1)).isNotEqualTo(batches.get(0));
        assertThat(batches.get(1).size()).isEqualTo(16);
    }

    @Test
    void a_batch_is_no_larger_than_the_data() {
        assertThat(bench(1, 5, 32).batch(0).size()).isEqualTo(5);
    }

    @Test
    void a_batch_depends_on_seed_and_index_alone() {
        Bench asked = bench(1, 64, 16);
        asked.batch(0);
        asked.random("anything").nextLong();

        assertThat(asked.batch(2)).isEqualTo(bench(1, 64, 16).batch(2));
        assertThat(asked.batch(2)).isNotEqualTo(bench(2, 64, 16).batch(2));
    }

    @Test
    void random_numbers_depend_on_seed_and_purpose_alone() {
        assertThat(bench(1, 64, 16).random("a").nextLong())
                .isEqualTo(bench(1, 64, 16).random("a").nextLong())
                .isNotEqualTo(bench(1, 64, 16).random("b").nextLong())
                .isNotEqualTo(bench(2, 64, 16).random("a").nextLong());
    }

    private static Bench bench(long seed, int examples, int batchSize) {
        ReferenceModel model = ReferenceModel.classifier().data(ToyData.classes(examples));
        return new Bench(
                model.builder().batchSize(batchSize).build(),
                model.network(seed),
                seed,
                model::network,
                Device.cpu(),
                new Meter("bench"));
    }
}
