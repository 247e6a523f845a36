package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArrayTensorTest {

    private static final ArrayTensor MATRIX =
            ArrayTensor.ofDoubles(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);

    @Nested
    class Its_values {

        @Test
        void are_rounded_to_the_element_type() {
            assertThat(ArrayTensor.of(ElementType.FLOAT32, Shape.of(1), 0.1).get(0))
                    .isEqualTo((double) 0.1f);
            assertThat(ArrayTensor.of(ElementType.INT64, Shape.of(2), 1.6, -1.6).toLongs())
                    .containsExactly(2, -2);
        }

        @Test
        void are_rounded_to_half_precision_too() {
            assertThat(ArrayTensor.of(ElementType.FLOAT16, Shape.of(1), 1 + 0x1p-12)
                            .get(0))
                    .isEqualTo(1);
        }

        @Test
        void do_not_follow_the_array_they_came_from() {
            double[] values = {1, 2};
            ArrayTensor tensor = ArrayTensor.ofDoubles(Shape.of(2), values);

            values[0] = 9;
            tensor.toDoubles()[1] = 9;

            assertThat(tensor.toDoubles()).containsExactly(1, 2);
        }

        @Test
        void must_fill_the_shape() {
            assertThatThrownBy(() -> ArrayTensor.ofFloats(Shape.of(2, 3), 1, 2))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("configuration: a tensor of shape [2x3] needs 6 values, but got 2");
        }

        @Test
        void survive_the_way_through_floats() {
            assertThat(ArrayTensor.ofFloats(Shape.of(2), 0.1f, Float.MIN_VALUE).toFloats())
                    .containsExactly(0.1f, Float.MIN_VALUE);
        }
    }

    @Nested
    class Rows {

        @Test
        void come_in_the_order_asked_for_and_may_repeat() {
            assertThat(MATRIX.rows(2, 0, 2))
                    .isEqualTo(ArrayTensor.ofDoubles(Shape.of(3, 2), 5, 6, 1, 2, 5, 6));
        }

        @Test
        void none_at_all_keep_the_other_axes() {
            assertThat(MATRIX.rows()).isEqualTo(ArrayTensor.ofDoubles(Shape.of(0, 2)));
            assertThat(MATRIX.rows().rowLength()).isZero();
        }
    }

    @Nested
    class Arithmetic {

        @Test
        void adds_a_multiple_in_this_tensors_type() {
            ArrayTensor one = ArrayTensor.ofFloats(Shape.of(1), 1);
            ArrayTensor tiny = ArrayTensor.ofDoubles(Shape.of(1), 1e-9);

            assertThat(one.plusScaled(tiny, 1)).isEqualTo(one);
            assertThat(tiny.plusScaled(one, 2).get(0)).isEqualTo(2 + 1e-9);
        }

        @Test
        void needs_equal_shapes() {
            assertThatThrownBy(() -> MATRIX.plusScaled(MATRIX.rows(0), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("shapes differ: [3x2] and [1x2]");
            assertThatThrownBy(() -> MATRIX.differenceFrom(MATRIX.reshaped(Shape.of(2, 3))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("shapes differ: [3x2] and [2x3]");
        }
    }

    @Nested
    class Equality {

        @Test
        void is_of_shape_type_and_bits() {
            assertThat(MATRIX)
                    .isEqualTo(MATRIX.reshaped(Shape.of(6)).reshaped(Shape.of(3, 2)))
                    .hasSameHashCodeAs(MATRIX.map(value -> value))
                    .isNotEqualTo(MATRIX.reshaped(Shape.of(2, 3)))
                    .isNotEqualTo(MATRIX.as(ElementType.FLOAT32));
        }

        @Test
        void tells_zeros_apart_by_sign_but_not_one_nan_from_another() {
            ArrayTensor zero = ArrayTensor.ofDoubles(Shape.of(1), 0.0);
            ArrayTensor nan = ArrayTensor.ofDoubles(Shape.of(1), Double.NaN);

            assertThat(zero).isNotEqualTo(zero.map(value -> -value));
            assertThat(nan).isEqualTo(nan.map(value -> value + 1));
        }
    }

    @Test
    void another_type_keeps_the_numbers() {
        assertThat(MATRIX.as(ElementType.INT32).as(ElementType.FLOAT64)).isEqualTo(MATRIX);
        assertThat(MATRIX.as(ElementType.FLOAT64)).isSameAs(MATRIX);
    }

    @Test
    void only_a_short_tensor_prints_its_values() {
        assertThat(ArrayTensor.ofLongs(Shape.of(2), 1, 2)).hasToString("INT64[2][1.0, 2.0]");
        assertThat(ArrayTensor.filled(ElementType.FLOAT32, Shape.of(17), 1))
                .hasToString("FLOAT32[17]");
    }
}
