package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Mode;
import dev.mltest.model.Parameter;
import dev.mltest.model.Parameter.Role;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Parameters can be told apart, read and written. */
interface ParametersContract extends Contract {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void paths_are_unique_and_the_same_in_every_model(Carrier carrier) {
        List<List<String>> seen = new ArrayList<>();
        for (long seed : new long[] {SEED, 7}) {
            Contract.with(model(carrier), seed, model -> {
                seen.add(paths(model));
                model.step(batch(carrier));
                seen.add(paths(model));
                Contract.withTwin(model, twin -> seen.add(paths(twin)));
            });
        }
        assertThat(seen.get(0)).doesNotHaveDuplicates().isNotEmpty();
        assertThat(seen).allMatch(seen.get(0)::equals);
    }

    /** A layer and a name, of letters, digits and the usual joiners; no identity hashes. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void paths_are_readable(Carrier carrier) {
        with(
                carrier,
                model -> assertThat(model.parameters()).allSatisfy(parameter -> {
                    assertThat(parameter.path().layer()).isNotEmpty();
                    assertThat(parameter.path().text())
                            .hasSizeLessThan(60)
                            .matches("[A-Za-z0-9_./-]+")
                            .doesNotContainPattern("\\d{4}");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void running_statistics_are_told_from_weights(Carrier carrier) {
        with(carrier, model -> {
            assertThat(ParameterValues.of(model, Role.STATE))
                    .hasSize(carrier.hasBatchNorm() ? 2 : 0);
            assertThat(ParameterValues.of(model, Role.FROZEN)).isEmpty();
            assertThat(ParameterValues.of(model, Role.TRAINABLE))
                    .hasSizeGreaterThanOrEqualTo(2 * carrier.layers().size());
        });
    }

    @Test
    default void a_frozen_layer_is_told_from_a_trained_one_and_stays() {
        Contract.with(withFrozenLayer(), SEED, model -> {
            Map<String, ArrayTensor> frozen = ParameterValues.of(model, Role.FROZEN);
            Map<String, ArrayTensor> before = byReference(model);
            Contract.steps(model, batch(Carrier.MLP), 3);
            Map<String, ArrayTensor> after = byReference(model);

            assertThat(frozen).hasSize(2);
            assertThat(ParameterValues.of(model, Role.TRAINABLE)).hasSize(2);
            assertThat(model.gradients(batch(Carrier.MLP), Mode.TRAINING).parameters())
                    .hasSize(2);
            assertThat(ParameterValues.of(model, Role.FROZEN)).isEqualTo(frozen);
            for (String name : List.of("weight", "bias")) {
                assertThat(after.get("hidden." + name)).isEqualTo(before.get("hidden." + name));
                assertThat(after.get("head." + name)).isNotEqualTo(before.get("head." + name));
            }
        });
    }

    @Test
    default void a_tied_layer_stands_once() {
        Contract.with(withTiedLayer(), SEED, model -> {
            assertThat(paths(model)).hasSize(4).doesNotHaveDuplicates();
            assertThat(ParameterValues.of(model, Role.TRAINABLE)).hasSize(4);
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void what_is_assigned_is_read_back_and_used(Carrier carrier) {
        with(carrier, model -> {
            ArrayTensor outputs = model.predict(batch(carrier)).first().toArray();
            for (Parameter parameter : model.parameters()) {
                ArrayTensor numbered = numbered(parameter);
                model.assign(parameter.path(), numbered);
                assertThat(model.value(parameter.path()).toArray()).isEqualTo(numbered);
            }
            assertThat(model.predict(batch(carrier)).first().toArray()).isNotEqualTo(outputs);
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void a_value_of_another_shape_is_refused_by_name(Carrier carrier) {
        with(carrier, model -> {
            ParameterPath path = model.parameters().get(0).path();
            Map<String, ArrayTensor> before = ParameterValues.of(model);

            assertThatThrownBy(() -> model.assign(
                            path, ArrayTensor.ofDoubles(Shape.of(1, 1, 1, 1, 2), 1, 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(path.text());
            assertThat(ParameterValues.of(model)).isEqualTo(before);
        });
    }

    private Map<String, ArrayTensor> byReference(Trainable model) {
        return referenceWeights(Carrier.MLP, ParameterValues.of(model));
    }

    private static List<String> paths(dev.mltest.model.Differentiable model) {
        return model.parameters().stream()
                .map(parameter -> parameter.path() + " " + parameter.role())
                .toList();
    }

    private static ArrayTensor numbered(Parameter parameter) {
        double[] values = new double[Math.toIntExact(parameter.shape().elements())];
        Arrays.setAll(values, i -> (i + 1) / 8.0);
        return ArrayTensor.of(parameter.elementType(), parameter.shape(), values);
    }
}
