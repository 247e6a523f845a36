package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.CentralDifferences;
import dev.mltest.testing.contract.ParameterValues;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class GradientsTest {

    static Stream<Arguments> networks_and_modes() {
        return Stream.of(Networks.values())
                .filter(network -> network != Networks.LAST_STEP_MASKED)
                .flatMap(network ->
                        Stream.of(Mode.values()).map(mode -> Arguments.of(network, mode)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("networks_and_modes")
    void gradients_in_double_precision_agree_with_central_differences(Networks given, Mode mode) {
        Trainable model = Models.trainable(given.network, given.batch);
        // Two steps: running statistics are then no longer those of a fresh network.
        model.step(given.batch);
        model.step(given.batch);
        Differentiable twin = model.inDoublePrecision();

        new CentralDifferences(twin, given.batch, mode).compare();
        twin.close();
        model.close();
    }

    @ParameterizedTest
    @EnumSource(Networks.class)
    void gradients_in_single_precision_agree_with_those_in_double_precision(Networks given) {
        assumeThat(given).isNotEqualTo(Networks.LAST_STEP_MASKED);
        Trainable model = Models.trainable(given.network, given.batch);
        Differentiable twin = model.inDoublePrecision();

        Gradients single = gradients(model, given.batch, Mode.INFERENCE);
        Gradients twice = gradients(twin, given.batch, Mode.INFERENCE);
        assertThat(single.loss()).isCloseTo(twice.loss(), within(1e-5));
        single.parameters()
                .forEach((path, gradient) -> assertThat(gradient.toArray().toDoubles())
                        .containsExactly(twice.of(path).toArray().toDoubles(), within(1e-5)));
        twin.close();
        model.close();
    }

    @ParameterizedTest
    @EnumSource(Networks.class)
    void gradients_move_nothing_and_repeat(Networks given) {
        Trainable model = Models.trainable(given.network, given.batch);
        model.step(given.batch);
        var before = ParameterValues.of(model);
        for (Mode mode : Mode.values()) {
            Gradients first = gradients(model, given.batch, mode);
            Gradients again = gradients(model, given.batch, mode);
            assertThat(again.loss()).isEqualTo(first.loss());
            assertThat(again.parameters()).isEqualTo(first.parameters());
        }
        assertThat(ParameterValues.of(model)).isEqualTo(before);
        model.close();
    }

    @Test
    void a_layer_that_dl4j_computes_in_single_precision_has_no_double_precision() {
        Networks given = Networks.LAST_STEP_MASKED;
        Trainable model = Models.trainable(given.network, given.batch);
        Differentiable twin = model.inDoublePrecision();
        assertThatThrownBy(() -> twin.gradients(given.batch, Mode.INFERENCE))
                .isInstanceOf(NotAvailableException.class)
                .hasMessage(
                        "DL4J computes layer 'lstm1' of 'tiny' in FLOAT even in a double-precision network");
        twin.close();
        model.close();
    }

    private static Gradients gradients(Differentiable model, Batch batch, Mode mode) {
        model.seed(7);
        return model.gradients(batch, mode);
    }
}
