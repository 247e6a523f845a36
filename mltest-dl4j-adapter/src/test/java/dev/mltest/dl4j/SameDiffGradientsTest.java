package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.CentralDifferences;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SameDiffGradientsTest {

    @ParameterizedTest
    @EnumSource(value = Graphs.class, mode = EnumSource.Mode.EXCLUDE, names = "NOISY")
    void gradients_in_double_precision_agree_with_central_differences(Graphs given) {
        Trainable model = given.trainable();
        model.step(given.batch);
        Differentiable twin = model.inDoublePrecision();
        for (Mode mode : Mode.values()) {
            new CentralDifferences(twin, given.batch, mode).compare();
        }
        assertThat(twin.parameters())
                .extracting(parameter -> parameter.path())
                .containsExactlyElementsOf(model.parameters().stream()
                        .map(parameter -> parameter.path())
                        .toList());
        twin.close();
        model.close();
    }

    @ParameterizedTest
    @EnumSource(value = Graphs.class, mode = EnumSource.Mode.EXCLUDE, names = "NOISY")
    void a_twin_computes_the_same_in_double_precision(Graphs given) {
        Trainable model = given.trainable();
        model.step(given.batch);
        Differentiable twin = model.inDoublePrecision();
        model.seed(7);
        twin.seed(7);
        Gradients single = model.gradients(given.batch, Mode.INFERENCE);
        Gradients twice = twin.gradients(given.batch, Mode.INFERENCE);
        assertThat(single.loss()).isCloseTo(twice.loss(), within(1e-5));
        single.parameters()
                .forEach((path, gradient) -> assertThat(gradient.toArray().toDoubles())
                        .containsExactly(twice.of(path).toArray().toDoubles(), within(1e-5)));
        twin.close();
        model.close();
    }

    @ParameterizedTest
    @EnumSource(Graphs.class)
    void the_loss_of_given_outputs_is_that_of_the_pass_that_made_them(Graphs given) {
        Trainable model = given.trainable();
        for (int i = 0; i < 2; i++) {
            Evaluation evaluation = model.evaluate(given.batch, Mode.INFERENCE);
            assertThat(model.lossOf(evaluation.outputs(), given.batch))
                    .isCloseTo(evaluation.loss(), within(1e-6));
            NamedTensors shifted = evaluation
                    .outputs()
                    .map((name, tensor) -> tensor.toArray().map(value -> 0.9 * value + 0.01));
            assertThat(model.lossOf(shifted, given.batch))
                    .isNotCloseTo(evaluation.loss(), within(1e-6));
            model.step(given.batch);
        }
        model.close();
    }

    @Test
    void what_is_single_precision_by_itself_has_no_twin() {
        Trainable model = Graphs.NOISY.trainable();
        assertThatThrownBy(model::inDoublePrecision)
                .isInstanceOf(NotAvailableException.class)
                .hasMessage(
                        "ND4J computes 'kept' of 'tiny' in FLOAT even in a double-precision graph");
        model.close();
    }

    @Test
    void gradients_of_a_noisy_graph_are_those_of_its_loss() {
        Graphs given = Graphs.NOISY;
        Trainable model = given.trainable();
        model.seed(3);
        double loss = model.evaluate(given.batch, Mode.TRAINING).loss();
        model.seed(3);
        assertThat(model.gradients(given.batch, Mode.TRAINING).loss()).isEqualTo(loss);
        model.close();
    }
}
