package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.Trainable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A step is what the framework itself would have done. */
interface StepsContract extends Contract {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void steps_are_to_the_bit_those_of_the_framework(Carrier carrier) {
        List<ArrayTensor> expected = trainedByFramework(carrier, SEED, batch(carrier), 5);
        with(carrier, model -> {
            Contract.steps(model, batch(carrier), 5);

            assertThat(new ArrayList<>(ParameterValues.of(model).values())).isEqualTo(expected);
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void a_step_moves_every_trainable_parameter(Carrier carrier) {
        with(carrier, model -> {
            Map<String, ArrayTensor> before = ParameterValues.of(model, Parameter.Role.TRAINABLE);
            model.step(batch(carrier));

            ParameterValues.of(model, Parameter.Role.TRAINABLE)
                    .forEach((path, value) ->
                            assertThat(value).as(path).isNotEqualTo(before.get(path)));
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void a_step_tells_the_data_loss_before_the_update(Carrier carrier) {
        with(carrier, model -> {
            double expected =
                    seeded(model).evaluate(batch(carrier), Mode.TRAINING).loss();

            assertThat(seeded(model).step(batch(carrier))).isCloseTo(expected, within(1e-6));
        });
    }

    private static Trainable seeded(Trainable model) {
        model.seed(3);
        return model;
    }
}
