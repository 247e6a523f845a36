package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter.Role;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Nothing is left behind by a step that went wrong. */
interface FailuresContract extends Contract {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void a_step_that_fails_in_the_forward_pass_leaves_nothing_behind(Carrier carrier) {
        Batch wrong = arranged(carrier, CarrierBatches.withWrongInputs(carrier));
        undone(carrier, model -> {
            assertThatThrownBy(() -> model.step(wrong)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> model.gradients(wrong, Mode.TRAINING))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> model.predict(wrong)).isInstanceOf(RuntimeException.class);
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void a_step_that_fails_in_the_loss_leaves_nothing_behind(Carrier carrier) {
        Batch wrong = arranged(carrier, CarrierBatches.withWrongTargets(carrier));
        undone(carrier, model -> {
            assertThatThrownBy(() -> model.step(wrong)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> model.gradients(wrong, Mode.TRAINING))
                    .isInstanceOf(RuntimeException.class);
        });
    }

    /** Weights stay, the next step is as if nothing had been, and no native array is kept. */
    private void undone(Carrier carrier, Consumer<Trainable> failure) {
        with(carrier, model -> {
            Contract.steps(model, batch(carrier), 2);
            try (Snapshot snapshot = model.snapshot()) {
                List<Double> losses = Contract.steps(model, batch(carrier), 3);
                model.restore(snapshot);
                Map<String, ArrayTensor> weights = ParameterValues.of(model, Role.TRAINABLE);
                scoped(model, failure);
                OptionalLong arrays = liveArrays();
                for (int i = 0; i < 5; i++) {
                    scoped(model, failure);
                }

                assertThat(ParameterValues.of(model, Role.TRAINABLE)).isEqualTo(weights);
                assertThat(liveArrays()).isEqualTo(arrays);
                with(carrier, other -> other.step(batch(carrier)));
                model.restore(snapshot);
                assertThat(Contract.steps(model, batch(carrier), 3)).isEqualTo(losses);
            }
        });
    }

    private static void scoped(Trainable model, Consumer<Trainable> work) {
        model.scoped(() -> {
            work.accept(model);
            return model;
        });
    }

    /** NaN must not survive in a gradient, a moment or a running statistic. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void a_step_on_nan_can_be_taken_back(Carrier carrier) {
        with(carrier, model -> {
            Contract.steps(model, batch(carrier), 2);
            try (Snapshot snapshot = model.snapshot()) {
                List<Double> losses = Contract.steps(model, batch(carrier), 3);
                model.restore(snapshot);
                model.step(arranged(carrier, withNaN(carrier.batch())));
                model.gradients(arranged(carrier, withNaN(carrier.batch())), Mode.TRAINING);
                model.restore(snapshot);

                assertThat(Contract.steps(model, batch(carrier), 3)).isEqualTo(losses);
            }
        });
    }

    private static Batch withNaN(Batch batch) {
        NamedTensors inputs = batch.inputs().map((name, input) -> poisoned(input));
        return batch.withInputs(inputs);
    }

    private static Tensor poisoned(Tensor input) {
        double[] values = input.toArray().toDoubles();
        values[0] = Double.NaN;
        return ArrayTensor.of(input.elementType(), input.shape(), values);
    }
}
