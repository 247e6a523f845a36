package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;

import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.Test;

import java.util.function.Supplier;

@SuppressWarnings("try")
class MemoryTest {

    private static final long MOST_GROWTH_MIB = 128;

    @Test
    void closed_models_give_back_parameters_and_optimizer_state() {
        Batch batch = Samples.classes(4, 256);
        Supplier<Block> large =
                () -> new SequentialBlock().add(Nets.dense(4096)).add(Nets.dense(3));
        makeAndClose(large, batch, 3);
        int arrays = Native.arrays();
        long before = Native.residentMiB();

        makeAndClose(large, batch, 30);

        long growth = Native.residentMiB() - before;
        System.out.printf("30 models of 1 M parameters with Adam and twin: %d MiB more%n", growth);
        assertThat(Native.arrays()).isEqualTo(arrays);
        assertThat(growth).isLessThan(MOST_GROWTH_MIB);
    }

    private static void makeAndClose(Supplier<Block> block, Batch batch, int count) {
        for (int i = 0; i < count; i++) {
            Trainable model = Models.trainable(block, batch);
            Snapshot snapshot = model.snapshot();
            model.step(batch);
            model.restore(snapshot);
            model.step(batch);
            Differentiable twin = model.inDoublePrecision();
            twin.close();
            snapshot.close();
            model.close();
        }
    }

    @Test
    void an_array_that_a_block_replaces_on_every_pass_is_freed() {
        Batch batch = Samples.classes(4, 4);
        Trainable model = Models.trainable(Nets::remembering, batch);
        for (int i = 0; i < 3; i++) {
            model.step(batch);
        }
        int arrays = Native.arrays();
        for (int i = 0; i < 50; i++) {
            model.step(batch);
        }
        assertThat(Native.arrays()).isEqualTo(arrays);
        model.close();
    }
}
