package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Trainable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;

/** Outputs and loss are those of the network. */
interface OutputsContract extends Contract {

    /** Round-off of a few dozen operations in single precision, on numbers of size one. */
    double ROUND_OFF = 1e-5;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void outputs_agree_with_the_plain_java_reference(Carrier carrier) {
        with(carrier, model -> {
            Contract.steps(model, batch(carrier), 3);
            double[] expected = reference(carrier, model).outputs();

            assertThat(model.predict(batch(carrier)).first().toArray().toDoubles())
                    .containsExactly(expected, within(ROUND_OFF));
            assertThat(model.evaluate(batch(carrier), Mode.INFERENCE).outputs().toArrays())
                    .isEqualTo(model.predict(batch(carrier)).toArrays());
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void the_loss_agrees_with_the_plain_java_reference(Carrier carrier) {
        with(carrier, model -> {
            Contract.steps(model, batch(carrier), 3);
            Evaluation evaluation = model.evaluate(batch(carrier), Mode.INFERENCE);

            assertThat(evaluation.loss())
                    .isCloseTo(reference(carrier, model).loss(), within(ROUND_OFF));
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void the_loss_of_given_outputs_is_that_of_the_pass_which_made_them(Carrier carrier) {
        with(carrier, model -> {
            Batch batch = batch(carrier);
            Evaluation evaluation = model.evaluate(batch, Mode.INFERENCE);
            NamedTensors reversed =
                    evaluation.outputs().map((name, output) -> reversed(output.toArray()));

            assertThat(model.lossOf(evaluation.outputs(), batch))
                    .isCloseTo(evaluation.loss(), within(ROUND_OFF));
            assertThat(model.lossOf(reversed, batch))
                    .isNotCloseTo(evaluation.loss(), within(ROUND_OFF));
        });
    }

    /** A mask means something: what stands in the padding does not count. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "LSTM")
    default void what_is_masked_does_not_count(Carrier carrier) {
        with(carrier, model -> {
            Batch batch = carrier.batch();
            ArrayTensor mask = batch.masks().get("input").toArray();
            Batch unmasked = new Batch(batch.inputs(), batch.targets())
                    .withInputs(NamedTensors.of("input", repadded(batch.input("input"), mask)));
            Batch repadded = new Batch(unmasked.inputs(), batch.targets(), batch.masks());

            assertThat(model.predict(arranged(carrier, repadded)).toArrays())
                    .isEqualTo(model.predict(batch(carrier)).toArrays());
        });
    }

    private PlainOutputs reference(Carrier carrier, Trainable model) {
        return new PlainOutputs(
                carrier.referenceOutputs(
                        referenceWeights(carrier, ParameterValues.of(model)), carrier.batch()),
                carrier.batch().target(),
                model(carrier).task());
    }

    private static ArrayTensor reversed(ArrayTensor outputs) {
        double[] values = outputs.toDoubles();
        double[] reversed = new double[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return ArrayTensor.of(outputs.elementType(), outputs.shape(), reversed);
    }

    private static ArrayTensor repadded(ArrayTensor sequences, ArrayTensor mask) {
        double[] values = sequences.toDoubles();
        int features = (int) sequences.shape().size(-1);
        Arrays.setAll(values, i -> mask.get(i / features) == 0 ? 5 : values[i]);
        return ArrayTensor.of(sequences.elementType(), sequences.shape(), values);
    }
}
