package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorDifference;
import dev.mltest.model.TensorSummary;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;
import java.util.stream.Stream;

class TensorTest {

    private static final int LARGE = 40_000;

    private final NDManager manager = Engine.getInstance().newBaseManager();
    private final Upload upload = new Upload(manager, false);

    @AfterEach
    void close() {
        manager.close();
    }

    static Stream<double[]> values() {
        return Stream.of(7, LARGE)
                .flatMap(size -> Stream.of(
                        random(size, 1),
                        random(size, 1e30),
                        with(random(size, 1), 0, -0.0, 0),
                        with(random(size, 1), Double.NaN, 1),
                        with(random(size, 1), Double.POSITIVE_INFINITY, -1e38),
                        filled(size, Double.NaN),
                        new double[size]));
    }

    private static double[] random(int size, double scale) {
        return new Random(size).doubles(size, -scale, scale).toArray();
    }

    private static double[] with(double[] values, double... first) {
        System.arraycopy(first, 0, values, 0, first.length);
        return values;
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        java.util.Arrays.fill(values, value);
        return values;
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_summary_is_that_of_the_values_on_the_heap(double... values) {
        for (ElementType type : new ElementType[] {ElementType.FLOAT32, ElementType.FLOAT64}) {
            ArrayTensor heap = ArrayTensor.of(type, Shape.of(values.length), values);
            TensorSummary expected = heap.summary();
            TensorSummary actual = onDevice(heap).summary();

            assertThat(actual.count()).isEqualTo(expected.count());
            assertThat(actual.zeros()).isEqualTo(expected.zeros());
            assertThat(actual.nonFinite()).isEqualTo(expected.nonFinite());
            assertThat(actual.min()).isEqualTo(expected.min());
            assertThat(actual.max()).isEqualTo(expected.max());
            assertThat(actual.mean()).isCloseTo(expected.mean(), nearly(expected.maxAbs()));
            assertThat(actual.norm()).isCloseTo(expected.norm(), nearly(expected.norm()));
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_difference_is_that_of_the_values_on_the_heap(double... values) {
        ArrayTensor left = ArrayTensor.of(ElementType.FLOAT32, Shape.of(values.length), values);
        ArrayTensor right = left.map(value -> value > 0 ? value : -value * 1.001);
        for (Tensor other : new Tensor[] {right, onDevice(right)}) {
            TensorDifference expected = left.differenceFrom(right);
            TensorDifference actual = onDevice(left).differenceFrom(other);

            assertThat(actual.count()).isEqualTo(expected.count());
            assertThat(actual.changed()).isEqualTo(expected.changed());
            assertThat(actual.nonFinite()).isEqualTo(expected.nonFinite());
            assertThat(actual.maxAbs()).isEqualTo(expected.maxAbs());
            assertThat(actual.norm()).isCloseTo(expected.norm(), nearly(expected.norm()));
        }
        assertThat(onDevice(left).differenceFrom(onDevice(left)).changed()).isZero();
    }

    private static org.assertj.core.data.Offset<Double> nearly(double scale) {
        return within(1e-12 * Math.max(1, scale));
    }

    @ParameterizedTest
    @MethodSource("values")
    void adding_a_multiple_gives_the_values_that_the_heap_gives(double... values) {
        ArrayTensor left = ArrayTensor.of(ElementType.FLOAT32, Shape.of(values.length), values);
        ArrayTensor right = left.map(value -> 0.3 * value + 1);
        ArrayTensor expected = left.plusScaled(right, 0.7);

        assertThat(onDevice(left).plusScaled(onDevice(right), 0.7).toArray()).isEqualTo(expected);
        assertThat(onDevice(left).plusScaled(right, 0.7).toArray()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(value = ElementType.class, mode = EnumSource.Mode.EXCLUDE, names = "FLOAT16")
    void values_travel_to_the_device_and_back(ElementType type) {
        ArrayTensor heap = ArrayTensor.of(type, Shape.of(2, 3), 1, 0, 1, 0, 0, 1);
        Tensor tensor = onDevice(heap);

        assertThat(tensor.elementType()).isEqualTo(type);
        assertThat(tensor.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(tensor.toArray()).isEqualTo(heap);
        assertThat(tensor.summary()).isEqualTo(heap.summary());
        assertThat(tensor).hasToString(type + "[2x3] on cpu()");
    }

    @Test
    void large_integers_keep_their_counts() {
        double[] values = new Random(3).ints(LARGE, 0, 3).asDoubleStream().toArray();
        ArrayTensor heap = ArrayTensor.of(ElementType.INT64, Shape.of(LARGE), values);
        assertThat(onDevice(heap).summary().zeros()).isEqualTo(heap.summary().zeros());
    }

    @Test
    void a_copy_does_not_follow_its_original() {
        DjlTensor tensor = onDevice(ArrayTensor.ofFloats(Shape.of(2), 1, 2));
        Tensor copy = tensor.copy();
        tensor.array().addi(1);
        assertThat(copy.toArray().toDoubles()).containsExactly(1, 2);
    }

    @Test
    void another_shape_is_refused() {
        Tensor tensor = onDevice(ArrayTensor.ofFloats(Shape.of(2), 1, 2));
        Tensor other = onDevice(ArrayTensor.ofFloats(Shape.of(1, 2), 1, 2));
        assertThatThrownBy(() -> tensor.differenceFrom(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shapes differ: [2] and [1x2]");
        assertThatThrownBy(() -> tensor.plusScaled(other, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private DjlTensor onDevice(ArrayTensor tensor) {
        return new DjlTensor(upload.array(tensor));
    }
}
