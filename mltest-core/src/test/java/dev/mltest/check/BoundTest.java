package dev.mltest.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class BoundTest {

    static Stream<Bound> all() {
        return Stream.of(
                Bound.above(1, ""),
                Bound.atLeast(1, ""),
                Bound.below(1, ""),
                Bound.atMost(1, ""),
                Bound.between(0, 1, ""),
                Bound.none(""));
    }

    @Test
    void strict_limits_are_excluded_and_others_included() {
        assertThat(Bound.above(1, "").allows(1)).isFalse();
        assertThat(Bound.above(1, "").allows(Math.nextUp(1.0))).isTrue();
        assertThat(Bound.atLeast(1, "").allows(1)).isTrue();
        assertThat(Bound.below(1, "").allows(1)).isFalse();
        assertThat(Bound.atMost(1, "").allows(1)).isTrue();
        assertThat(Bound.between(1, 2, "").allows(2)).isTrue();
        assertThat(Bound.none("").allows(-0.0)).isTrue();
        assertThat(Bound.none("").allows(Double.MIN_VALUE)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nan_is_never_fine(Bound bound) {
        assertThat(bound.allows(Double.NaN)).isFalse();
        assertThat(bound.excess(Double.NaN)).isInfinite();
    }

    @Test
    void nothing_is_fine_against_a_limit_that_is_nan() {
        assertThat(Bound.atMost(Double.NaN, "").allows(0)).isFalse();
        assertThat(Bound.atLeast(Double.NaN, "").allows(0)).isFalse();
    }

    @Test
    void excess_is_relative_to_the_limit_that_is_broken() {
        assertThat(Bound.atMost(2, "").excess(3)).isEqualTo(0.5);
        assertThat(Bound.atLeast(2, "").excess(1)).isEqualTo(0.5);
        assertThat(Bound.between(2, 4, "").excess(1)).isEqualTo(0.5);
        assertThat(Bound.none("").excess(-3)).isEqualTo(3);
        assertThat(Bound.atMost(2, "").excess(2)).isZero();
        assertThat(Bound.atMost(2, "").excess(Double.POSITIVE_INFINITY)).isInfinite();
    }

    @Test
    void slack_is_relative_to_the_nearer_limit() {
        assertThat(Bound.atMost(2, "").slack(1)).isEqualTo(0.5);
        assertThat(Bound.between(1, 10, "").slack(9)).isEqualTo(0.1);
        assertThat(Bound.none("").slack(0)).isZero();
    }

    @Test
    void describes_itself_in_a_few_characters() {
        assertThat(Bound.above(1e-12, "").describe()).isEqualTo("> 1.000e-12");
        assertThat(Bound.atLeast(0, "").describe()).isEqualTo(">= 0");
        assertThat(Bound.below(0.25, "").describe()).startsWith("< 0.25");
        assertThat(Bound.atMost(12, "").describe()).isEqualTo("<= 12");
        assertThat(Bound.between(0.9, 1.1, "").describe()).isEqualTo("in 0.9000..1.100");
        assertThat(Bound.none("").describe()).isEqualTo("= 0");
    }
}
