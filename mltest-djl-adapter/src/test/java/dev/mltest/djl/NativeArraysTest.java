package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import dev.mltest.comparison.TensorReader;
import dev.mltest.comparison.TensorTree;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Tensor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/** A user's own arrays, as assertions read them. */
class NativeArraysTest {

    private final NDManager manager = Engine.getInstance().newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void a_view_is_read_in_its_own_order() {
        NDArray array = manager.arange(6f).reshape(2, 3);

        assertThat(values(array.transpose())).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(values(array.get(":, 1:"))).containsExactly(1, 2, 4, 5);
        assertThat(values(array.get(1))).containsExactly(3, 4, 5);
        assertThat(values(array.get(":, ::2"))).containsExactly(0, 2, 3, 5);
        assertThat(values(NDArrays.stack(new NDList(array, array)).get(1, 0)))
                .containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"FLOAT16", "FLOAT32", "FLOAT64", "INT8", "INT32", "INT64", "UINT8", "BOOLEAN"})
    void every_data_type_keeps_its_numbers(DataType type) {
        NDArray array = manager.create(new float[] {0, 1, 1, 0}).toType(type, true);

        assertThat(read(array).elementType()).isEqualTo(ElementType.valueOf(type.name()));
        assertThat(values(array)).containsExactly(0, 1, 1, 0);
    }

    @Test
    void half_precision_is_read_as_it_was_rounded() {
        NDArray array =
                manager.create(new float[] {0.1f, 65504, -0f}).toType(DataType.FLOAT16, true);

        assertThat(values(array)).containsExactly(0.0999755859375, 65504, -0.0);
    }

    @Test
    void a_list_is_a_structure() {
        NDList list = new NDList(manager.ones(new Shape(2)), manager.zeros(new Shape()));
        Map<String, Tensor> tensors = TensorTree.of(Map.of("outputs", list));

        assertThat(tensors).containsOnlyKeys("outputs[0]", "outputs[1]");
        assertThat(tensors.get("outputs[1]").shape().rank()).isZero();
    }

    @Test
    void what_was_read_does_not_follow_the_array_and_leaves_nothing_behind() {
        NDArray array = manager.create(new float[] {1, 2});
        int arrays = Native.arrays();
        Tensor read = read(array);
        assertThat(Native.arrays()).isEqualTo(arrays);
        array.addi(1);

        assertThat(read.toArray().toDoubles()).containsExactly(1, 2);
        assertThat(values(array)).containsExactly(2, 3);
    }

    @Test
    void an_array_that_was_closed_is_refused() {
        NDArray closed = manager.create(1f);
        closed.close();

        assertThatThrownBy(() -> read(closed))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("read it while its NDManager is open");
    }

    private static Tensor read(NDArray array) {
        return TensorReader.read(array);
    }

    private static double[] values(NDArray array) {
        ArrayTensor read = read(array).toArray();
        assertThat(read.shape()).isEqualTo(Shapes.of(array.getShape()));
        return read.toDoubles();
    }
}
