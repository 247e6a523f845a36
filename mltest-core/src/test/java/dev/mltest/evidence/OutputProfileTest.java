package dev.mltest.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputProfileTest {

    @Test
    void rows_that_are_not_negative_and_sum_to_1_are_a_distribution() {
        assertThat(profile(0, 1, 1, 1, 3, 0).isDistribution(1e-3)).isTrue();
        assertThat(profile(0, 1, 0.9995, 1.0005, 3, 0).isDistribution(1e-3)).isTrue();
        assertThat(profile(-0.1, 1, 1, 1, 3, 0).isDistribution(1e-3)).isFalse();
        assertThat(profile(0, 1, 0.9, 1, 3, 0).isDistribution(1e-3)).isFalse();
    }

    @Test
    void a_single_column_of_ones_is_no_distribution() {
        assertThat(profile(1, 1, 1, 1, 1, 0).isDistribution(1e-3)).isFalse();
    }

    @Test
    void what_is_not_finite_is_neither_a_distribution_nor_within_0_and_1() {
        assertThat(profile(0, 1, 1, 1, 3, 1).isDistribution(1e-3)).isFalse();
        assertThat(profile(0, 1, 1, 1, 3, 1).isWithinUnitInterval()).isFalse();
    }

    @Test
    void the_unit_interval_includes_its_ends() {
        assertThat(profile(0, 1, 0, 1, 1, 0).isWithinUnitInterval()).isTrue();
        assertThat(profile(0, 1.001, 0, 1, 1, 0).isWithinUnitInterval()).isFalse();
        assertThat(profile(-3, 2, 0, 1, 1, 0).maxAbs()).isEqualTo(3);
    }

    private static OutputProfile profile(
            double min, double max, double lowest, double highest, long width, long nonFinite) {
        return new OutputProfile(min, max, 0.5, lowest, highest, 0.5, width, nonFinite);
    }
}
