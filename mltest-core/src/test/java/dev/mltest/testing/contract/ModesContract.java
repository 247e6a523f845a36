package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter.Role;
import dev.mltest.model.Trainable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

/** Training and inference mode differ exactly where they should. */
interface ModesContract extends Contract {

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CNN")
    default void without_dropout_and_batch_norm_the_mode_does_not_matter(Carrier carrier) {
        with(carrier, model -> {
            NamedTensors expected = model.predict(batch(carrier)).toArrays();
            NamedTensors outputs =
                    model.evaluate(batch(carrier), Mode.TRAINING).outputs().toArrays();

            assertThat(outputs.first().toArray().toDoubles())
                    .containsExactly(
                            expected.first().toArray().toDoubles(),
                            within(OutputsContract.ROUND_OFF));
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "CNN")
    default void dropout_follows_the_seed_in_training_mode(Carrier carrier) {
        with(carrier, model -> {
            double first = loss(model, carrier, 1, Mode.TRAINING);
            double next = model.evaluate(batch(carrier), Mode.TRAINING).loss();

            assertThat(loss(model, carrier, 1, Mode.TRAINING)).isEqualTo(first);
            assertThat(loss(model, carrier, 2, Mode.TRAINING)).isNotEqualTo(first);
            assertThat(next).isNotEqualTo(first);
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void nothing_is_random_in_inference_mode(Carrier carrier) {
        with(
                carrier,
                model -> assertThat(loss(model, carrier, 1, Mode.INFERENCE))
                        .isEqualTo(loss(model, carrier, 2, Mode.INFERENCE)));
    }

    /** In training mode an example is normalised by the others of its batch. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "CNN")
    default void batch_norm_normalises_by_the_batch_in_training_mode_only(Carrier carrier) {
        with(carrier, model -> {
            assertThat(firstRow(model, carrier, Mode.INFERENCE, 0, 1, 2, 3))
                    .isEqualTo(firstRow(model, carrier, Mode.INFERENCE, 0, 5, 4, 3));
            assertThat(firstRow(model, carrier, Mode.TRAINING, 0, 1, 2, 3))
                    .isNotEqualTo(firstRow(model, carrier, Mode.TRAINING, 0, 5, 4, 3));
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void nothing_moves_in_inference_mode(Carrier carrier) {
        with(carrier, model -> {
            model.step(batch(carrier));
            Map<String, ArrayTensor> before = ParameterValues.of(model);
            model.predict(batch(carrier));
            model.evaluate(batch(carrier), Mode.INFERENCE);
            model.gradients(batch(carrier), Mode.INFERENCE);
            model.activations(batch(carrier), Mode.INFERENCE);

            assertThat(ParameterValues.of(model)).isEqualTo(before);
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "CNN")
    default void running_statistics_move_in_a_step(Carrier carrier) {
        with(carrier, model -> {
            Map<String, ArrayTensor> before = ParameterValues.of(model, Role.STATE);
            model.step(batch(carrier));

            ParameterValues.of(model, Role.STATE)
                    .forEach((path, value) ->
                            assertThat(value).as(path).isNotEqualTo(before.get(path)));
        });
    }

    private double loss(Trainable model, Carrier carrier, long seed, Mode mode) {
        model.seed(seed);
        return model.evaluate(batch(carrier), mode).loss();
    }

    private ArrayTensor firstRow(Trainable model, Carrier carrier, Mode mode, int... rows) {
        model.seed(3);
        return model.evaluate(arranged(carrier, carrier.batch().rows(rows)), mode)
                .outputs()
                .first()
                .toArray()
                .rows(0);
    }
}
