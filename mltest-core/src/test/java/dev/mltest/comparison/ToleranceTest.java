package dev.mltest.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToleranceTest {

    private static final ElementType FLOAT32 = ElementType.FLOAT32;

    @ParameterizedTest
    @CsvSource({
        "FLOAT16, 1e-3,   1e-5",
        "FLOAT32, 1.3e-6, 1e-5",
        "FLOAT64, 1e-7,   1e-7",
        "INT32,   0,      0",
        "BOOLEAN, 0,      0"
    })
    void each_type_has_its_default(ElementType type, double relative, double absolute) {
        assertThat(Tolerance.of(type, type))
                .isEqualTo(new Tolerance.Margin(relative, absolute, "the default for " + type));
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT64, FLOAT32, FLOAT32",
        "FLOAT16, FLOAT32, FLOAT16",
        "INT64,   FLOAT64, FLOAT64",
        "INT32,   INT64,   INT32"
    })
    void of_two_types_the_coarser_one_counts(ElementType one, ElementType other, ElementType most) {
        assertThat(Tolerance.of(one, other)).isEqualTo(Tolerance.of(most, most));
        assertThat(Tolerance.of(other, one).describe()).contains(one.isFloating() ? "" + most : "");
    }

    @Test
    void a_margin_grows_with_the_expected_number_and_includes_its_edge() {
        Tolerance margin = Tolerance.of(0.25, 0.5);

        assertThat(margin.allows(FLOAT32, 5.5, 4)).isTrue();
        assertThat(margin.allows(FLOAT32, 2.5, 4)).isTrue();
        assertThat(margin.allows(FLOAT32, 4, 5.875)).isTrue();
        assertThat(margin.allows(FLOAT32, 5.5001, 4)).isFalse();
        assertThat(margin.excess(FLOAT32, 7, 4)).isEqualTo(2);
    }

    @Test
    void no_margin_brings_another_number_to_infinity() {
        Tolerance margin = Tolerance.of(0.5, 1e30);
        double infinity = Double.POSITIVE_INFINITY;

        assertThat(margin.allows(FLOAT32, infinity, infinity)).isTrue();
        assertThat(margin.allows(FLOAT32, -infinity, infinity)).isFalse();
        assertThat(margin.allows(FLOAT32, 1, infinity)).isFalse();
        assertThat(margin.allows(FLOAT32, infinity, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_NaN_is_within_no_tolerance(double other) {
        for (Tolerance tolerance : new Tolerance[] {
            Tolerance.of(1, 1e30), Tolerance.ulps(Long.MAX_VALUE), Tolerance.none()
        }) {
            assertThat(tolerance.allows(FLOAT32, Double.NaN, other)).isFalse();
            assertThat(tolerance.allows(FLOAT32, other, Double.NaN)).isFalse();
            assertThat(tolerance.excess(FLOAT32, other, Double.NaN)).isInfinite();
        }
    }

    @Test
    void zeros_of_both_signs_differ_to_the_bit_only() {
        assertThat(Tolerance.none().allows(FLOAT32, 0.0, -0.0)).isFalse();
        assertThat(Tolerance.ulps(0).allows(FLOAT32, 0.0, -0.0)).isTrue();
        assertThat(Tolerance.of(0, 0).allows(FLOAT32, 0.0, -0.0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementType.class,
            names = {"FLOAT16", "FLOAT32", "FLOAT64"})
    void an_ulp_is_the_step_to_the_next_number(ElementType type) {
        for (double from : new double[] {0, 1, -1, 1.5, 1024, 6e-8, 6.1035e-5, -3000}) {
            double value = type.round(from);
            double next = value + Math.copySign(step(type, value), value);

            assertThat(UlpDistance.between(type, value, next)).isEqualTo(1);
            assertThat(Tolerance.ulps(1).allows(type, next, value)).isTrue();
            assertThat(Tolerance.ulps(0).allows(type, next, value)).isFalse();
        }
    }

    private static double step(ElementType type, double value) {
        int exponent = Math.max(Math.getExponent(value), -14);
        return type == ElementType.FLOAT16 ? Math.scalb(1.0, exponent - 10) : type.ulp(value);
    }

    @Test
    void ulps_are_counted_across_zero_and_powers_of_two() {
        float least = Float.MIN_VALUE;
        assertThat(UlpDistance.between(FLOAT32, -least, 2 * least)).isEqualTo(3);
        assertThat(UlpDistance.between(FLOAT32, 1, 2)).isEqualTo(1 << 23);
        assertThat(UlpDistance.between(ElementType.FLOAT16, 1, 4)).isEqualTo(2048);
        assertThat(UlpDistance.between(ElementType.FLOAT16, 0, 0x1p-14)).isEqualTo(1024);
        assertThat(UlpDistance.between(ElementType.INT32, -3, 4)).isEqualTo(7);
        assertThat(UlpDistance.between(ElementType.FLOAT64, -Double.MAX_VALUE, Double.MAX_VALUE))
                .isGreaterThan(1.8e19);
    }

    @Test
    void what_is_no_tolerance_is_refused() {
        assertThatThrownBy(() -> Tolerance.of(-1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: withTolerance(-1.0, 0.0) needs a relative and an absolute tolerance of 0 or more; write withTolerance(1e-5, 1e-8)");
        assertThatThrownBy(() -> Tolerance.of(0, Double.NaN))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Tolerance.of(Double.POSITIVE_INFINITY, 0))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Tolerance.ulps(-1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("write withinUlps(4)");
    }
}
