package dev.mltest.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ComparingTest {

    private static final Shape SHAPE = Shape.of(2, 3);
    private static final ArrayTensor EXPECTED = ArrayTensor.ofFloats(SHAPE, 1, 2, 3, 4, 5, 6);

    private final Comparing comparing = Comparing.byType();

    @Test
    void a_tensor_is_close_and_equal_to_itself() {
        assertThat(comparing.closeness(EXPECTED, EXPECTED).holds()).isTrue();
        assertThat(comparing.identity(EXPECTED, EXPECTED).holds()).isTrue();
    }

    @Test
    void mismatches_are_counted_and_the_worst_is_placed() {
        ArrayTensor actual = ArrayTensor.ofFloats(SHAPE, 1, 2.1f, 3, 4, 5, 7);
        Comparison comparison = comparing.closeness(actual, EXPECTED);

        assertThat(comparison.mismatched()).isEqualTo(2);
        assertThat(comparison.worst().orElseThrow().position()).containsExactly(1L, 2L);
        assertThat(comparison.worst().orElseThrow().absolute()).isEqualTo(1);
        assertThat(comparison.worst().orElseThrow().relative()).isEqualTo(1 / 6.0);
        assertThat(comparison.worst().orElseThrow().ulps()).isEqualTo(1 << 21);
        assertThat(comparison.first())
                .extracting(Mismatch::position)
                .containsExactly(List.of(0L, 1L), List.of(1L, 2L));
    }

    @Test
    void the_worst_is_the_one_furthest_outside_what_is_allowed_for_it() {
        ArrayTensor expected = ArrayTensor.ofDoubles(Shape.of(3), 1000, 1, 2);
        ArrayTensor actual = ArrayTensor.ofDoubles(Shape.of(3), 1003, 1.1, 2);
        Comparison comparison = comparing.within(Tolerance.of(1e-3, 0)).closeness(actual, expected);

        assertThat(comparison.worst().orElseThrow().position()).containsExactly(1L);
        assertThat(comparing
                        .within(Tolerance.of(0, 0))
                        .closeness(actual, expected)
                        .worst()
                        .orElseThrow()
                        .position())
                .containsExactly(0L);
    }

    @Test
    void a_NaN_equals_nothing_unless_told_otherwise() {
        ArrayTensor nan = ArrayTensor.ofFloats(Shape.of(2), Float.NaN, 1);
        Comparison strict = comparing.closeness(nan, nan);

        assertThat(strict.mismatched()).isEqualTo(1);
        assertThat(strict.nans()).isEqualTo(1);
        assertThat(strict.hasDifferentNumbers()).isFalse();
        assertThat(comparing.treatingNaNAsEqual().closeness(nan, nan).holds()).isTrue();
        assertThat(comparing.treatingNaNAsEqual().identity(nan, nan).holds()).isTrue();
        assertThat(comparing
                        .treatingNaNAsEqual()
                        .within(Tolerance.of(1, 1))
                        .closeness(nan, ArrayTensor.ofFloats(Shape.of(2), 1, 1))
                        .holds())
                .isFalse();
    }

    @Test
    void another_type_is_close_but_never_equal() {
        ArrayTensor doubles = ArrayTensor.ofDoubles(Shape.of(1), 0.1);
        ArrayTensor floats = ArrayTensor.ofFloats(Shape.of(1), 0.1f);

        assertThat(comparing.closeness(floats, doubles).holds()).isTrue();
        assertThat(comparing.closeness(doubles, floats).holds()).isTrue();
        assertThat(comparing.identity(floats, floats.as(ElementType.FLOAT64)).holds())
                .isFalse();
    }

    @Test
    void another_shape_is_never_broadcast() {
        ArrayTensor row = ArrayTensor.ofFloats(Shape.of(1, 3), 1, 1, 1);
        ArrayTensor column = ArrayTensor.ofFloats(Shape.of(3, 1), 1, 1, 1);
        Comparison comparison = comparing.closeness(row, column);

        assertThat(comparison.holds()).isFalse();
        assertThat(comparison.isOfSameShape()).isFalse();
        assertThat(comparison.mismatched()).isZero();
        assertThat(comparison.excess()).isInfinite();
    }

    @Test
    void integers_that_doubles_cannot_hold_are_refused() {
        ArrayTensor large = ArrayTensor.ofLongs(Shape.of(1), (1L << 53) + 1);
        assertThatThrownBy(() -> comparing.identity(large, large))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2^53");
    }

    @Test
    void structures_are_compared_path_by_path_the_worst_first() {
        Map<String, ?> expected =
                Map.of("a", new float[] {1}, "b", new float[] {1}, "c", 1f, "gone", 1);
        Map<String, ?> actual =
                Map.of("a", new float[] {1.1f}, "b", new float[] {2}, "c", new float[1], "new", 1);
        TreeComparison comparison = TreeComparison.of(
                TensorTree.of(actual), TensorTree.of(expected), comparing::closeness);

        assertThat(comparison.failing().keySet()).containsExactly("c", "b", "a");
        assertThat(comparison.compared()).isEqualTo(3);
        assertThat(comparison.missing()).containsExactly("gone");
        assertThat(comparison.extra()).containsExactly("new");
        assertThat(comparison.holds()).isFalse();
    }

    @Test
    void an_inspection_counts_and_lists_the_first() {
        Inspection odd = Inspection.ofElements(EXPECTED, value -> value % 2 == 0);

        assertThat(odd.count()).isEqualTo(6);
        assertThat(odd.failing()).isEqualTo(3);
        assertThat(odd.first())
                .containsExactly(
                        Map.entry(List.of(0L, 0L), 1.0),
                        Map.entry(List.of(0L, 2L), 3.0),
                        Map.entry(List.of(1L, 1L), 5.0));
    }

    @Test
    void rows_are_summed_along_the_last_axis() {
        assertThat(Inspection.ofRowSums(EXPECTED, sum -> false).first())
                .containsExactly(Map.entry(List.of(0L), 6.0), Map.entry(List.of(1L), 15.0));
        ArrayTensor empty = ArrayTensor.ofFloats(Shape.of(2, 0));
        assertThat(Inspection.ofRowSums(empty, sum -> sum == 1).failing()).isEqualTo(2);
        ArrayTensor scalar = ArrayTensor.ofFloats(Shape.of(), 1);
        assertThatThrownBy(() -> Inspection.ofRowSums(scalar, sum -> true))
                .isInstanceOf(ConfigurationException.class);
    }
}
