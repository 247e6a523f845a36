package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The seed decides the initial weights, and nothing else does. */
interface SeedsContract extends Contract {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void the_same_seed_gives_the_same_weights_and_another_one_others(Carrier carrier) {
        List<Map<String, ArrayTensor>> initial = new ArrayList<>();
        for (long seed : new long[] {SEED, 7, SEED}) {
            Contract.with(model(carrier), seed, model -> {
                initial.add(referenceWeights(carrier, ParameterValues.of(model)));
                model.step(batch(carrier));
            });
        }
        assertThat(initial.get(2)).isEqualTo(initial.get(0));
        initial.get(0).forEach((name, value) -> {
            if (name.endsWith(".weight") || name.endsWith(".input")) {
                assertThat(initial.get(1).get(name)).as(name).isNotEqualTo(value);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void the_same_seed_gives_the_same_training(Carrier carrier) {
        List<Map<String, ArrayTensor>> trained = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            with(carrier, model -> {
                Contract.steps(model, batch(carrier), 5);
                trained.add(ParameterValues.of(model));
            });
        }
        assertThat(trained.get(1)).isEqualTo(trained.get(0));
    }
}
