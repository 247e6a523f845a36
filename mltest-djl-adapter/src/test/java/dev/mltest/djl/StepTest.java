package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.Batch;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.ParameterValues;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

class StepTest {

    private static final int STEPS = 7;

    static Stream<Arguments> networks_and_optimizers() {
        return Stream.<Supplier<Optimizer>>of(
                        Models::sgd, Models::momentum, Models::adam, Models::adamW)
                .flatMap(optimizer -> Stream.of(
                        row("mlp", Nets::mlp, Samples.classes(6, 4), optimizer),
                        row("residual", Nets::residual, Samples.classes(6, 4), optimizer),
                        row("skipping", Skipping::new, Samples.classes(6, 4), optimizer),
                        row("lstm", Nets::lstm, Samples.classes(4, 5, 2), optimizer)));
    }

    private static Arguments row(
            String name, Supplier<Block> block, Batch batch, Supplier<Optimizer> optimizer) {
        return Arguments.of(
                name + " with " + optimizer.get().getClass().getSimpleName(),
                block,
                batch,
                optimizer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks_and_optimizers")
    void a_step_moves_parameters_to_the_bit_as_a_trainer_does(
            String name, Supplier<Block> block, Batch batch, Supplier<Optimizer> optimizer) {
        PlainTraining.Trained expected = new PlainTraining(
                        block, Loss.softmaxCrossEntropyLoss(), optimizer)
                .train(Models.SEED, batch, STEPS);
        Trainable model =
                (Trainable) Models.create(Models.builder(block, batch).optimizer(optimizer::get));

        for (double loss : expected.losses()) {
            assertThat(model.step(batch)).isEqualTo(loss);
        }
        assertThat(new ArrayList<>(ParameterValues.of(model).values()))
                .isEqualTo(expected.values());
        model.close();
    }
}
