package dev.mltest.corpus.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.corpus.program.Engine;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class StatisticsTest {

    @Test
    void a_spread_is_taken_over_finite_numbers() {
        Spread spread = Spread.of(0, -2, 4, Double.NaN);

        assertThat(spread.count()).isEqualTo(4);
        assertThat(spread.nonFinite()).isEqualTo(1);
        assertThat(spread.zeroShare()).isEqualTo(1 / 3.0);
        assertThat(spread.meanAbs()).isEqualTo(2);
        assertThat(spread.norm()).isCloseTo(Math.sqrt(20), within(1e-12));
        assertThat(Spread.of(Double.NaN).isConstant()).isFalse();
        assertThat(Spread.of(0.1, 0.1, 0.1).isConstant()).isTrue();
    }

    @Test
    void units_lie_last_in_sequences_of_DJL_and_second_otherwise() {
        ArrayTensor sequences = ArrayTensor.ofFloats(Shape.of(1, 2, 3), 1, 2, 3, 4, 5, 6);

        assertThat(Units.of(sequences, Engine.DJL))
                .isDeepEqualTo(new double[][] {{1, 4}, {2, 5}, {3, 6}});
        assertThat(Units.of(sequences, Engine.DL4J))
                .isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
    }

    @Test
    void units_are_dead_silent_or_saturated() {
        double[] alive = {0, 0, 0.5, 0.6};
        double[] dead = {0, 0, 1e-6, 0};
        double[] silent = {0, 0, 0, 0};

        assertThat(UnitHealth.dead(new double[][] {alive, dead, silent})).isEqualTo(2 / 3.0);
        assertThat(UnitHealth.silent(new double[][] {alive, dead, silent})).isEqualTo(1 / 3.0);
        assertThat(UnitHealth.saturated(new double[][] {{-0.99, 0.98}, {-0.1, 0.2}}, -1, 1))
                .isEqualTo(0.5);
        assertThat(UnitHealth.saturated(new double[][] {{0.01, 0.02}, {0.4, 0.6}}, 0, 1))
                .isEqualTo(0.5);
    }

    @Test
    void likeness_ignores_scale_and_shift_but_sees_noise() {
        ArrayTensor outputs = noise(1);
        ArrayTensor stretched = outputs.map(value -> 7 * value + 1);

        assertThat(Similarity.of(outputs, stretched)).isCloseTo(1, within(1e-6));
        assertThat(Similarity.of(outputs, noise(2))).isCloseTo(0, within(0.1));
        assertThat(Similarity.of(outputs, outputs.map(value -> 1))).isNaN();
    }

    private static ArrayTensor noise(int seed) {
        Random random = new Random(seed);
        double[] values = new double[64 * 5];
        Arrays.setAll(values, i -> random.nextGaussian());
        return ArrayTensor.ofDoubles(Shape.of(64, 5), values);
    }
}
