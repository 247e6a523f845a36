package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Scope;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.ParameterValues;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

@SuppressWarnings("try")
class SnapshotTest {

    private static final Batch BATCH = Samples.classes(6, 1, 6, 6);

    static Stream<Arguments> optimizers() {
        Supplier<Optimizer> custom = () -> new Averaging.Builder().build();
        Supplier<Optimizer> scheduled = () -> Optimizer.sgd()
                .setLearningRateTracker(Tracker.multiFactor()
                        .setBaseValue(0.1f)
                        .setSteps(new int[] {2, 4})
                        .optFactor(0.5f)
                        .build())
                .build();
        return Stream.of(
                Arguments.of("sgd", (Supplier<Optimizer>) Models::sgd),
                Arguments.of("momentum", (Supplier<Optimizer>) Models::momentum),
                Arguments.of("adam", (Supplier<Optimizer>) Models::adam),
                Arguments.of("adamW", (Supplier<Optimizer>) Models::adamW),
                Arguments.of("schedule", scheduled),
                Arguments.of("custom", custom));
    }

    @ParameterizedTest(name = "{0}, snapshot after {2} steps")
    @MethodSource("moments")
    void what_follows_a_restore_is_to_the_bit_what_followed_the_snapshot(
            String name, Supplier<Optimizer> optimizer, int before) {
        Trainable model = model(Nets::cnn, optimizer);
        steps(model, before);
        Map<String, ArrayTensor> then = ParameterValues.of(model);
        Snapshot snapshot = model.snapshot();
        List<Double> first = steps(model, 5);
        Map<String, ArrayTensor> after = ParameterValues.of(model);

        for (int round = 0; round < 2; round++) {
            model.restore(snapshot);
            assertThat(ParameterValues.of(model)).isEqualTo(then);
            assertThat(steps(model, 5)).isEqualTo(first);
            assertThat(ParameterValues.of(model)).isEqualTo(after);
        }
        snapshot.close();
        model.close();
    }

    static Stream<Arguments> moments() {
        return optimizers()
                .flatMap(given -> Stream.of(0, 3)
                        .map(steps -> Arguments.of(given.get()[0], given.get()[1], steps)));
    }

    @Test
    void work_and_restore_leave_no_trace_in_a_training_run() {
        Trainable undisturbed = model(Nets::cnn, Models::adam);
        List<Double> expected = steps(undisturbed, 6);
        Trainable disturbed = model(Nets::cnn, Models::adam);
        List<Double> losses = new ArrayList<>(steps(disturbed, 3));

        Snapshot snapshot = disturbed.snapshot();
        steps(disturbed, 4);
        try (Scope scope = disturbed.openScope()) {
            disturbed.evaluate(BATCH, Mode.TRAINING);
            disturbed.gradients(BATCH, Mode.TRAINING);
        }
        disturbed.restore(snapshot);
        snapshot.close();
        try (Scope scope = disturbed.openScope()) {
            disturbed.predict(BATCH);
            disturbed.evaluate(BATCH, Mode.INFERENCE);
            disturbed.gradients(BATCH, Mode.INFERENCE);
        }

        losses.addAll(steps(disturbed, 3));
        assertThat(losses).isEqualTo(expected);
        assertThat(ParameterValues.of(disturbed)).isEqualTo(ParameterValues.of(undisturbed));
        undisturbed.close();
        disturbed.close();
    }

    @Test
    void what_a_step_finds_of_the_gradients_of_an_earlier_one_survives_a_look_and_a_restore() {
        Batch batch = Samples.classes(6, 4);
        Trainable undisturbed = Models.trainable(Skipping::new, batch);
        List<Double> expected = steps(undisturbed, batch, 5);

        Trainable disturbed = Models.trainable(Skipping::new, batch);
        List<Double> losses = new ArrayList<>(steps(disturbed, batch, 1));
        Snapshot snapshot = disturbed.snapshot();
        steps(disturbed, batch, 2);
        disturbed.restore(snapshot);
        snapshot.close();
        try (Scope scope = disturbed.openScope()) {
            disturbed.gradients(batch, Mode.INFERENCE);
        }
        losses.addAll(steps(disturbed, batch, 4));

        assertThat(losses).isEqualTo(expected);
        assertThat(ParameterValues.of(disturbed)).isEqualTo(ParameterValues.of(undisturbed));
        undisturbed.close();
        disturbed.close();
    }

    @Test
    void frozen_flags_come_back() {
        Trainable model = model(Nets::cnn, Models::adam);
        Snapshot snapshot = model.snapshot();
        ((DjlDifferentiable) model).network().block().freezeParameters(true);
        assertThat(model.parameters()).noneMatch(Parameter::isTrainable);

        model.restore(snapshot);

        assertThat(model.parameters()).filteredOn(Parameter::isTrainable).hasSize(6);
        snapshot.close();
        model.close();
    }

    @Test
    void what_a_block_remembers_in_its_own_fields_comes_back() {
        Trainable model = model(Remembering::new, Models::sgd);
        steps(model, 2);
        Snapshot snapshot = model.snapshot();
        List<Double> first = steps(model, 3);
        model.restore(snapshot);
        assertThat(steps(model, 3)).isEqualTo(first);
        snapshot.close();
        model.close();
    }

    @Test
    void the_same_seed_repeats_the_noise_and_another_does_not() {
        Trainable model = model(Nets::cnn, Models::adam);
        model.seed(5);
        double first = loss(model);
        double second = loss(model);
        model.seed(5);
        double again = loss(model);

        assertThat(again).isEqualTo(first).isNotEqualTo(second);
        model.close();
    }

    private static double loss(Trainable model) {
        try (Scope scope = model.openScope()) {
            return model.evaluate(BATCH, Mode.TRAINING).loss();
        }
    }

    @Test
    void noise_that_a_block_draws_in_inference_by_mistake_repeats_after_a_restore() {
        Supplier<Block> noisy = () -> new SequentialBlock()
                .add(Nets.cnn())
                .add(LambdaBlock.singleton(
                        array -> array.add(array.getManager().randomNormal(array.getShape()))));
        Trainable model = model(noisy, Models::sgd);
        Snapshot snapshot = model.snapshot();
        ArrayTensor first = model.predict(BATCH).first().toArray();
        ArrayTensor second = model.predict(BATCH).first().toArray();
        model.restore(snapshot);

        assertThat(model.predict(BATCH).first().toArray()).isEqualTo(first).isNotEqualTo(second);
        snapshot.close();
        model.close();
    }

    @Test
    void a_snapshot_of_another_model_is_refused() {
        Trainable one = model(Nets::cnn, Models::adam);
        Trainable other = model(Nets::cnn, Models::adam);
        Snapshot snapshot = one.snapshot();
        assertThatThrownBy(() -> other.restore(snapshot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this snapshot was not taken from tiny");
        one.close();
        other.close();
    }

    @Test
    void an_assigned_value_is_there_and_trains_on() {
        Trainable model = model(Nets::cnn, Models::adam);
        ParameterPath path = ParameterPath.of("linear1/bias");
        ArrayTensor value = ArrayTensor.ofFloats(dev.mltest.model.Shape.of(3), 1, 2, 3);
        model.assign(path, value);
        assertThat(model.value(path).toArray()).isEqualTo(value);
        model.step(BATCH);
        assertThat(model.value(path).differenceFrom(value).changed()).isEqualTo(3);
        assertThatThrownBy(() -> model.assign(
                        path, ArrayTensor.ofDoubles(dev.mltest.model.Shape.of(2), 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("linear1/bias");
        model.close();
    }

    private static Trainable model(Supplier<Block> block, Supplier<Optimizer> optimizer) {
        return (Trainable) Models.create(Models.builder(block, BATCH).optimizer(optimizer));
    }

    private static List<Double> steps(Trainable model, int count) {
        return steps(model, BATCH, count);
    }

    private static List<Double> steps(Trainable model, Batch batch, int count) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            losses.add(model.step(batch));
        }
        return losses;
    }

    /**
     * An optimiser of the user's own: half of the old direction, and every third step is left out.
     */
    private static final class Averaging extends Optimizer {

        private final Map<String, NDArray> directions = new HashMap<>();
        private int calls;

        private Averaging(Builder builder) {
            super(builder);
        }

        @Override
        public void update(String id, NDArray weight, NDArray gradient) {
            NDArray direction = directions.computeIfAbsent(id, key -> weight.zerosLike());
            direction.muli(0.5).addi(gradient);
            if (calls++ % 3 > 0) {
                weight.subi(direction.mul(0.1));
            }
            InPlace.write(weight.getGradient(), gradient.zerosLike());
        }

        private static final class Builder extends OptimizerBuilder<Builder> {

            @Override
            protected Builder self() {
                return this;
            }

            Averaging build() {
                return new Averaging(this);
            }
        }
    }
}
