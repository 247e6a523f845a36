package dev.mltest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void axes_count_from_either_end() {
        Shape shape = Shape.of(2, 3, 4);

        assertThat(shape.rank()).isEqualTo(3);
        assertThat(shape.size(0)).isEqualTo(2);
        assertThat(shape.size(-1)).isEqualTo(4);
        assertThat(shape.elements()).isEqualTo(24);
    }

    @Test
    void no_axes_at_all_are_a_scalar() {
        assertThat(Shape.of().elements()).isOne();
        assertThat(Shape.of()).hasToString("[]");
    }

    @Test
    void an_axis_of_size_0_leaves_no_elements() {
        assertThat(Shape.of(3, 0, 2).elements()).isZero();
    }

    @Test
    void sizes_are_not_negative() {
        assertThatThrownBy(() -> Shape.of(2, -1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: a shape needs axis sizes of 0 or more, but got [2, -1]");
    }

    @Test
    void more_elements_than_a_long_counts_are_an_error() {
        assertThatThrownBy(() -> Shape.of(Long.MAX_VALUE, 2).elements())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void equality_is_of_sizes() {
        assertThat(Shape.of(2, 3))
                .isEqualTo(Shape.of(9, 3).withRows(2))
                .hasSameHashCodeAs(Shape.of(2, 3))
                .isNotEqualTo(Shape.of(3, 2));
        assertThat(Shape.of(32, 3)).hasToString("[32x3]");
    }

    @Test
    void sizes_cannot_be_changed_from_outside() {
        Shape shape = Shape.of(2, 3);

        shape.sizes()[0] = 9;

        assertThat(shape).isEqualTo(Shape.of(2, 3));
    }
}
