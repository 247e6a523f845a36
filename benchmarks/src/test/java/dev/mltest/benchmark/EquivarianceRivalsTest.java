package dev.mltest.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.benchmark.EquivarianceRule.Answer;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Predictor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;

class EquivarianceRivalsTest {

    static List<EquivariancePair> pairs() {
        return EquivarianceRivals.pairs();
    }

    @Test
    void half_of_the_pairs_hold() {
        assertThat(pairs()).hasSize(40).extracting(EquivariancePair::name).doesNotHaveDuplicates();
        assertThat(pairs()).filteredOn(EquivariancePair::holds).hasSize(20);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_seed_decides_the_model_and_its_data(EquivariancePair pair) {
        assertThat(outputs(pair, 1)).isEqualTo(outputs(pair, 1));
        assertThat(outputs(pair, 1).summary().nonFinite()).isZero();
        assertThat(pair.batch(2, new Random(1))).isNotEqualTo(pair.batch(2, new Random(2)));
    }

    private static ArrayTensor outputs(EquivariancePair pair, long seed) {
        Batch batch = pair.batch(2, new Random(seed));
        try (Predictor model = pair.model(seed)) {
            return model.predict(batch).first().toArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_plain_case_is_judged_rightly_by_every_rule(EquivarianceRule rule) {
        assertThat(rule.judge(named("images: circular padding"), 1)).isEqualTo(Answer.HOLDS);
        assertThat(rule.judge(named("images: zero padding"), 1)).isEqualTo(Answer.BROKEN);
    }

    @Test
    void a_fixed_absolute_tolerance_hides_a_fault_of_small_outputs() {
        EquivariancePair small = named("sets: outputs of 1e-6, element i counts 1 + 0.1 i");
        assertThat(EquivarianceRule.E3NN.judge(small, 0)).isEqualTo(Answer.HOLDS);
        assertThat(EquivarianceRule.MLTEST.judge(small, 0)).isEqualTo(Answer.BROKEN);
    }

    @Test
    void the_page_tells_each_pair_and_both_kinds_of_errors() {
        String page = new EquivarianceRivals(
                        List.of(named("images: circular padding"), named("images: zero padding")),
                        2)
                .page()
                .text();

        assertThat(page)
                .contains("| images: circular padding | holds | 0 | 0 | 0 |")
                .contains("| images: zero padding | broken | 2 | 2 | 2 |")
                .contains("| false alarms, of runs where it holds | 0 of 2 (0.0 to 84.2 %)")
                .contains("On no pair was a rival right more often than mltest.");
    }

    private static EquivariancePair named(String name) {
        return pairs().stream()
                .filter(pair -> pair.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
