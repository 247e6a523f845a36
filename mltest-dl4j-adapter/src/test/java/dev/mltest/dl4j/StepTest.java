package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.ParameterValues;

import org.assertj.core.api.Assertions;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

class StepTest {

    private static final int STEPS = 7;

    @ParameterizedTest
    @EnumSource(Networks.class)
    void steps_move_parameters_to_the_bit_as_fit_does(Networks given) {
        List<ArrayTensor> expected =
                PlainTraining.train(given.network.apply(Models.SEED), given.batch, STEPS);
        Trainable model = Models.trainable(given.network, given.batch);

        for (int i = 0; i < STEPS; i++) {
            model.step(given.batch);
        }

        List<ArrayTensor> actual = new ArrayList<>();
        Map<String, ArrayTensor> states = ParameterValues.of(model);
        actual.addAll(states.values());
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        model.close();
    }

    @ParameterizedTest
    @EnumSource(Networks.class)
    void a_step_answers_with_the_data_loss_before_the_update(Networks given) {
        Trainable model = Models.trainable(given.network, given.batch);
        model.seed(3);
        double before = model.evaluate(given.batch, Mode.TRAINING).loss();
        model.seed(3);
        assertThat(model.step(given.batch)).isCloseTo(before, within());
        model.close();
    }

    static Stream<Arguments> plain_descents() {
        return Stream.of(
                Arguments.of(row(seed -> Nets.mlp(descent(seed))), Networks.MLP.batch),
                Arguments.of(row(seed -> Nets.lstm(descent(seed))), Networks.LSTM.batch),
                Arguments.of(row(seed -> Nets.lastStep(descent(seed))), Networks.LSTM.batch),
                Arguments.of(row(seed -> Nets.tagger(descent(seed))), Networks.TAGGER.batch),
                Arguments.of(row(seed -> Nets.residual(descent(seed))), Networks.RESIDUAL.batch));
    }

    private static LongFunction<NeuralNetwork> row(LongFunction<NeuralNetwork> network) {
        return network;
    }

    private static NeuralNetConfiguration.Builder descent(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Sgd(1))
                .dataType(DataType.DOUBLE)
                .activation(Activation.TANH);
    }

    @ParameterizedTest
    @MethodSource("plain_descents")
    void a_step_of_plain_descent_is_the_gradient(LongFunction<NeuralNetwork> network, Batch batch) {
        Trainable model = Models.trainable(network, batch);
        Map<String, ArrayTensor> before = ParameterValues.of(model);
        Gradients gradients = model.gradients(batch, Mode.TRAINING);
        model.step(batch);
        Map<String, ArrayTensor> after = ParameterValues.of(model);
        gradients
                .parameters()
                .forEach((path, gradient) -> assertThat(before.get(path.text())
                                .plusScaled(after.get(path.text()), -1)
                                .toDoubles())
                        .containsExactly(gradient.toArray().toDoubles(), Assertions.within(1e-12)));
        model.close();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-6);
    }
}
