package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A snapshot holds everything that decides how the model goes on. */
interface SnapshotsContract extends Contract {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void what_follows_a_restore_is_to_the_bit_what_followed_the_snapshot(Carrier carrier) {
        for (int before : new int[] {0, 3}) {
            with(carrier, model -> {
                Contract.steps(model, batch(carrier), before);
                repeats(model, carrier);
            });
        }
    }

    private void repeats(Trainable model, Carrier carrier) {
        Map<String, ArrayTensor> then = ParameterValues.of(model);
        try (Snapshot snapshot = model.snapshot()) {
            List<Double> losses = Contract.steps(model, batch(carrier), 5);
            Map<String, ArrayTensor> after = ParameterValues.of(model);
            for (int round = 0; round < 2; round++) {
                model.seed(round);
                Round.of(model, batch(carrier));
                model.restore(snapshot);

                assertThat(ParameterValues.of(model)).isEqualTo(then);
                assertThat(Contract.steps(model, batch(carrier), 5)).isEqualTo(losses);
                assertThat(ParameterValues.of(model)).isEqualTo(after);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void looking_on_between_two_steps_leaves_training_to_the_bit_as_it_was(
            Carrier carrier) {
        List<Double> losses = new ArrayList<>();
        List<Map<String, ArrayTensor>> values = new ArrayList<>();
        with(carrier, undisturbed -> {
            losses.addAll(Contract.steps(undisturbed, batch(carrier), 6));
            values.add(ParameterValues.of(undisturbed));
        });
        with(carrier, disturbed -> {
            List<Double> seen = new ArrayList<>(Contract.steps(disturbed, batch(carrier), 3));
            Round.withoutTrace(disturbed, batch(carrier));
            seen.addAll(Contract.steps(disturbed, batch(carrier), 3));

            assertThat(seen).isEqualTo(losses);
            assertThat(ParameterValues.of(disturbed)).isEqualTo(values.get(0));
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void a_snapshot_of_another_model_is_refused(Carrier carrier) {
        with(
                carrier,
                one -> with(carrier, other -> {
                    try (Snapshot snapshot = one.snapshot()) {
                        assertThatThrownBy(() -> other.restore(snapshot))
                                .isInstanceOf(IllegalArgumentException.class);
                    }
                }));
    }
}
