package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Nested
    class A_summary {

        @Test
        void counts_zeros_of_either_sign_and_takes_extremes_mean_and_norm() {
            TensorSummary summary = Statistics.summary(new double[] {3, 0, -0.0, -4, 6});

            assertThat(summary)
                    .isEqualTo(new TensorSummary(5, 2, 0, -4, 6, 1, Math.sqrt(9 + 16 + 36)));
            assertThat(summary.maxAbs()).isEqualTo(6);
            assertThat(summary.rms()).isEqualTo(Math.sqrt(61) / Math.sqrt(5));
        }

        @Test
        void leaves_out_what_is_not_finite_but_counts_it() {
            assertThat(Statistics.summary(new double[] {NAN, 2, INFINITY, -INFINITY, -2}))
                    .isEqualTo(new TensorSummary(5, 0, 3, -2, 2, 0, Math.sqrt(8)));
        }

        @Test
        void of_nothing_finite_is_all_zero() {
            assertThat(Statistics.summary(new double[] {NAN}))
                    .isEqualTo(new TensorSummary(1, 0, 1, 0, 0, 0, 0));
            assertThat(Statistics.summary(new double[0]).rms()).isZero();
        }

        @Test
        void of_negative_numbers_has_a_negative_maximum() {
            assertThat(Statistics.summary(new double[] {-1, -2}).max()).isEqualTo(-1);
        }
    }

    @Nested
    class A_difference {

        @Test
        void counts_and_measures_what_changed() {
            assertThat(difference(new double[] {1, 2, 3}, new double[] {1, 5, -1}))
                    .isEqualTo(new TensorDifference(3, 2, 0, 4, 5));
        }

        @Test
        void of_equal_arrays_is_none() {
            assertThat(difference(new double[] {1, 2}, new double[] {1, 2}).isNone())
                    .isTrue();
        }

        @Test
        void of_a_nan_is_never_a_change() {
            TensorDifference difference =
                    difference(new double[] {NAN, NAN, 1}, new double[] {NAN, 1, NAN});

            assertThat(difference).isEqualTo(new TensorDifference(3, 0, 3, 0, 0));
            assertThat(difference.isNone()).isFalse();
        }

        @Test
        void of_an_infinity_is_no_change_either() {
            assertThat(difference(new double[] {INFINITY}, new double[] {1}).changed())
                    .isZero();
        }

        @Test
        void of_zeros_of_different_sign_is_a_change_of_bits_without_distance() {
            assertThat(difference(new double[] {0.0}, new double[] {-0.0}))
                    .isEqualTo(new TensorDifference(1, 1, 0, 0, 0));
        }

        private TensorDifference difference(double[] left, double[] right) {
            return Statistics.difference(left, right);
        }
    }
}
