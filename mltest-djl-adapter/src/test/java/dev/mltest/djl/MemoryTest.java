package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;

import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Scope;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

@SuppressWarnings("try")
class MemoryTest {

    private static final int ROUNDS = 1000;
    private static final int WARM_UP = 100;
    private static final long MOST_GROWTH_MIB = 128;

    static Stream<Arguments> networks() {
        return Stream.of(
                row("mlp", Nets::mlp, Samples.classes(32, 64)),
                row("cnn", Nets::cnn, Samples.classes(16, 1, 12, 12)),
                row("lstm", Nets::lstm, Samples.classes(8, 6, 4)));
    }

    private static Arguments row(String name, Supplier<Block> block, Batch batch) {
        return Arguments.of(name, block, batch);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void a_thousand_rounds_of_everything_leave_nothing_behind(
            String name, Supplier<Block> block, Batch batch) {
        Trainable model = Models.trainable(block, batch);
        rounds(model, batch, WARM_UP);
        int arrays = Native.arrays();
        long before = Native.residentMiB();
        List<Long> curve = new ArrayList<>();

        for (int part = 0; part < 4; part++) {
            rounds(model, batch, ROUNDS / 4);
            curve.add(Native.residentMiB());
            assertThat(Native.arrays()).isEqualTo(arrays);
        }

        System.out.printf(
                "%s: %d live arrays, %d MiB outside the heap, then every 250 rounds %s MiB%n",
                name, arrays, before, curve);
        assertThat(curve.get(3) - before).isLessThan(MOST_GROWTH_MIB);
        model.close();
    }

    private static void rounds(Trainable model, Batch batch, int count) {
        for (int i = 0; i < count; i++) {
            try (Scope scope = model.openScope()) {
                round(model, batch);
            }
        }
    }

    private static void round(Trainable model, Batch batch) {
        Snapshot snapshot = model.snapshot();
        model.step(batch);
        Gradients gradients = model.gradients(batch, Mode.TRAINING);
        gradients.parameters().forEach((path, gradient) -> use(gradient, model.value(path)));
        model.evaluate(batch, Mode.TRAINING);
        model.lossOf(model.evaluate(batch, Mode.INFERENCE).outputs(), batch);
        model.predict(batch);
        model.activations(batch, Mode.TRAINING);
        model.restore(snapshot);
        model.step(batch);
        snapshot.close();
    }

    private static void use(Tensor gradient, Tensor value) {
        gradient.summary();
        value.differenceFrom(gradient);
        value.plusScaled(gradient, 0.1);
        value.copy();
    }

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
