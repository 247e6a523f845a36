package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementTypeTest {

    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    void epsilon_is_the_gap_above_1(ElementType type) {
        assertThat(type.ulp(1)).isEqualTo(type.epsilon());
        assertThat(type.round(1 + type.epsilon())).isGreaterThan(1);
        assertThat(type.round(1 + type.epsilon() / 4)).isEqualTo(1);
    }

    @Test
    void integers_have_no_round_off_of_their_own() {
        assertThat(ElementType.INT64.isFloating()).isFalse();
        assertThat(ElementType.INT64.epsilon()).isZero();
        assertThat(ElementType.INT32.ulp(5)).isEqualTo(1);
        assertThat(ElementType.BOOLEAN.bits()).isEqualTo(8);
    }

    @Test
    void half_precision_is_coarse() {
        assertThat(ElementType.FLOAT16.ulp(1)).isEqualTo(0x1p-10);
        assertThat(ElementType.FLOAT16.ulp(0)).isEqualTo(0x1p-24);
    }
}
