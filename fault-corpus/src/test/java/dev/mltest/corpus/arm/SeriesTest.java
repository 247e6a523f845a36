package dev.mltest.corpus.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

class SeriesTest {

    @Test
    void means_leave_out_a_rest() {
        assertThat(Series.means(List.of(1.0, 3.0, 5.0, 7.0, 9.0), 2)).containsExactly(2.0, 6.0);
    }

    @Test
    void a_run_must_not_be_interrupted() {
        assertThat(Series.grows(List.of(1.0, 2.0, 4.0), 2, 2)).isTrue();
        assertThat(Series.grows(List.of(1.0, 2.0, 3.0, 6.0), 2, 2)).isFalse();
        assertThat(Series.shrinks(List.of(8.0, 4.0, 2.0), 0.5, 2)).isTrue();
        assertThat(Series.shrinks(List.of(0.0, 0.0, 0.0), 0.5, 2)).isFalse();
    }

    @Test
    void a_constant_correlates_with_nothing() {
        assertThat(Series.correlation(List.of(1.0, 2.0, 3.0), List.of(2.0, 4.0, 6.0)))
                .isCloseTo(1, within(1e-12));
        assertThat(Series.correlation(List.of(1.0, 2.0, 3.0), List.of(5.0, 5.0, 5.0)))
                .isZero();
    }
}
