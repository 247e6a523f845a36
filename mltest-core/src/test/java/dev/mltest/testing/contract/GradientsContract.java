package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

/** Gradients are those of the loss, for every trainable parameter and every input. */
interface GradientsContract extends Contract {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void gradients_in_training_mode_agree_with_central_differences(Carrier carrier) {
        compare(carrier, Mode.TRAINING);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void gradients_in_inference_mode_agree_with_central_differences(Carrier carrier) {
        compare(carrier, Mode.INFERENCE);
    }

    @Test
    default void the_gradient_of_a_tied_layer_is_the_sum_over_its_uses() {
        Contract.with(
                withTiedLayer(),
                SEED,
                model -> Contract.withTwin(
                        model,
                        twin -> new CentralDifferences(twin, batch(Carrier.MLP), Mode.TRAINING)
                                .compare()));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void every_trainable_parameter_and_every_input_has_a_gradient(Carrier carrier) {
        with(carrier, model -> {
            Gradients gradients = model.gradients(batch(carrier), Mode.TRAINING);

            assertThat(gradients.parameters().keySet())
                    .containsExactlyElementsOf(model.parameters().stream()
                            .filter(Parameter::isTrainable)
                            .map(Parameter::path)
                            .toList());
            assertThat(gradients.inputs().keySet())
                    .isEqualTo(carrier.batch().inputs().asMap().keySet());
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void gradients_in_single_precision_agree_with_the_double_precision_twin_s(
            Carrier carrier) {
        with(
                carrier,
                model -> Contract.withTwin(model, twin -> {
                    Gradients single = model.gradients(batch(carrier), Mode.INFERENCE);
                    Gradients twice = twin.gradients(batch(carrier), Mode.INFERENCE);

                    assertThat(single.loss())
                            .isCloseTo(twice.loss(), within(OutputsContract.ROUND_OFF));
                    single.parameters()
                            .forEach((path, gradient) -> assertThat(
                                            gradient.toArray().toDoubles())
                                    .as(path.text())
                                    .containsExactly(
                                            twice.of(path).toArray().toDoubles(),
                                            within(OutputsContract.ROUND_OFF)));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void gradients_move_no_weight_and_repeat(Carrier carrier) {
        with(carrier, model -> {
            Map<String, ArrayTensor> before = ParameterValues.of(model, Parameter.Role.TRAINABLE);
            Gradients first = gradients(model, carrier);
            Map<String, ArrayTensor> kept = toArrays(first);

            assertThat(toArrays(gradients(model, carrier))).isEqualTo(kept);
            assertThat(ParameterValues.of(model, Parameter.Role.TRAINABLE)).isEqualTo(before);
        });
    }

    private Gradients gradients(Trainable model, Carrier carrier) {
        model.seed(7);
        return model.gradients(batch(carrier), Mode.TRAINING);
    }

    private static Map<String, ArrayTensor> toArrays(Gradients gradients) {
        return gradients.parameters().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        entry -> entry.getKey().text(),
                        entry -> entry.getValue().toArray()));
    }

    /** After two steps: running statistics are no longer those of a fresh network. */
    private void compare(Carrier carrier, Mode mode) {
        with(carrier, model -> {
            Contract.steps(model, batch(carrier), 2);
            Contract.withTwin(
                    model, twin -> new CentralDifferences(twin, batch(carrier), mode).compare());
        });
    }
}
