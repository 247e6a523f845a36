package dev.mltest.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class AgreementTest {

    @Test
    void every_element_counts() {
        assertThat(Agreement.ofEveryElement().distances(rows(1, 2, 3, 4), rows(1, 2.5, 3, 3)))
                .containsExactly(0.5, 1);
        assertThat(Agreement.euclidean().distances(rows(0, 0, 0, 0), rows(3, 4, 0, 1)))
                .containsExactly(5, 1);
    }

    @Test
    void NaN_and_other_shapes_cannot_be_compared() {
        assertThat(Agreement.ofEveryElement()
                        .distances(rows(Double.NaN, 1, 2, 3), rows(Double.NaN, 1, 2, 3)))
                .containsExactly(Double.NaN, 0);
        assertThat(Agreement.euclidean()
                        .distances(rows(1, 2, 3, 4), ArrayTensor.ofDoubles(Shape.of(2, 1), 1, 3)))
                .containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void an_infinity_equals_itself() {
        double infinity = Double.NEGATIVE_INFINITY;
        assertThat(Agreement.ofEveryElement()
                        .distances(rows(infinity, 1, infinity, 2), rows(infinity, 1, 5, 2)))
                .containsExactly(0, Double.POSITIVE_INFINITY);
    }

    @Test
    void each_slice_may_have_a_sign_of_its_own() {
        ArrayTensor expected = ArrayTensor.ofDoubles(Shape.of(1, 2, 2), 1, 2, 3, 4);
        ArrayTensor mirrored = ArrayTensor.ofDoubles(Shape.of(1, 2, 2), -1, -2, 3, 4);
        ArrayTensor mixed = ArrayTensor.ofDoubles(Shape.of(1, 2, 2), -1, 2, 3, 4);

        assertThat(Agreement.upToSign(1).distances(expected, mirrored)).containsExactly(0);
        assertThat(Agreement.upToSign(1).distances(expected, mixed)).containsExactly(2);
        assertThat(Agreement.upToSign(2).distances(expected, mixed)).containsExactly(2);
    }

    @Test
    void a_set_may_come_in_any_order() {
        ArrayTensor expected = ArrayTensor.ofDoubles(Shape.of(1, 3, 2), 1, 2, 3, 4, 5, 6);
        ArrayTensor other = ArrayTensor.ofDoubles(Shape.of(1, 3, 2), 5, 6, 1, 2, 3, 4.5);

        assertThat(Agreement.upToOrder(1).distances(expected, other)).containsExactly(0.5);
    }

    @Test
    void pairing_is_the_best_of_all_orders() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            double[] one = random.doubles(5).toArray();
            double[] other = random.doubles(5).toArray();
            double best = orders(5).stream()
                    .mapToDouble(order -> IntStream.range(0, 5)
                            .mapToDouble(i -> Math.abs(one[i] - other[order.get(i)]))
                            .max()
                            .orElseThrow())
                    .min()
                    .orElseThrow();

            assertThat(Agreement.upToOrder(1)
                            .distances(
                                    ArrayTensor.ofDoubles(Shape.of(1, 5), one),
                                    ArrayTensor.ofDoubles(Shape.of(1, 5), other)))
                    .containsExactly(best);
        }
    }

    @Test
    void no_pairing_helps_against_NaN() {
        assertThat(Agreement.upToOrder(1).distances(rows(1, 2, 3, 4), rows(2, Double.NaN, 4, 3)))
                .containsExactly(Double.NaN, 0);
    }

    private static List<List<Integer>> orders(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (List<Integer> shorter : orders(size - 1)) {
            for (int at = 0; at < size; at++) {
                List<Integer> order = new ArrayList<>(shorter);
                order.add(at, size - 1);
                orders.add(Collections.unmodifiableList(order));
            }
        }
        return orders;
    }

    private static ArrayTensor rows(double... values) {
        return ArrayTensor.ofDoubles(Shape.of(2, 2), values);
    }
}
