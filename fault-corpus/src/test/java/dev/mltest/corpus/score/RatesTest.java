package dev.mltest.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

class RatesTest {

    /** Textbook values: 1 - 0.025^(1/20) of 0 in 20; Newcombe (1998), table II, 56/70 and 48/80. */
    @Test
    void intervals_are_those_of_the_textbook() {
        assertThat(new Rate(0, 20).exact()[0]).isZero();
        assertThat(new Rate(0, 20).exact()[1]).isCloseTo(0.1684, within(1e-4));
        double[] difference = new Youden(new Rate(56, 70), new Rate(48, 80)).interval();
        assertThat(difference[0]).isCloseTo(0.0524, within(1e-4));
        assertThat(difference[1]).isCloseTo(0.3339, within(1e-4));
    }

    @Test
    void nothing_counted_bounds_nothing() {
        assertThat(new Rate(0, 0).value()).isNaN();
        assertThat(new Rate(0, 0).exact()).containsExactly(0, 1);
    }

    @Test
    void a_balanced_rate_lets_every_group_count_the_same() {
        Balanced balanced = new Balanced(List.of(new Rate(10, 10), new Rate(0, 2), new Rate(0, 0)));

        assertThat(balanced.value()).isEqualTo(0.5);
        assertThat(balanced.interval()[0]).isBetween(0.4, 0.5);
        assertThat(balanced.interval()[1]).isBetween(0.6, 0.9);
    }

    @Test
    void a_glob_covers_a_place_and_what_lies_in_it() {
        assertThat(Places.covers(List.of("hidden1*"), "hidden1/weight")).isTrue();
        assertThat(Places.covers(List.of("hidden1"), "hidden1/weight")).isTrue();
        assertThat(Places.covers(List.of("head/weight"), "head/weight [3x24]")).isTrue();
        assertThat(Places.covers(List.of("loss"), "loss (inputs times 1000)")).isTrue();
        assertThat(Places.covers(List.of("norm?"), "norm1/gamma")).isFalse();
        assertThat(Places.covers(List.of("loss*"), "head/weight")).isFalse();
        assertThat(Places.covers(List.of("a.c"), "abc")).isFalse();
    }
}
