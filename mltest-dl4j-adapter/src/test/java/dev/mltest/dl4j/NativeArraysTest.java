package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.comparison.TensorReader;
import dev.mltest.comparison.TensorTree;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A user's own arrays, as assertions read them. */
class NativeArraysTest {

    @Test
    void a_view_is_read_in_its_own_order() {
        INDArray array = Nd4j.arange(6).castTo(DataType.FLOAT).reshape(2, 3);

        assertThat(values(array.transpose())).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(values(array.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3))))
                .containsExactly(1, 2, 4, 5);
        assertThat(values(array.getRow(1))).containsExactly(3, 4, 5);
        assertThat(values(array.dup('f'))).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "HALF, FLOAT16",
        "FLOAT, FLOAT32",
        "DOUBLE, FLOAT64",
        "BYTE, INT8",
        "INT, INT32",
        "LONG, INT64",
        "UBYTE, UINT8",
        "BOOL, BOOLEAN"
    })
    void every_data_type_keeps_its_numbers(DataType type, ElementType expected) {
        INDArray array = Nd4j.createFromArray(0f, 1f, 1f, 0f).castTo(type);

        assertThat(read(array).elementType()).isEqualTo(expected);
        assertThat(values(array)).containsExactly(0, 1, 1, 0);
    }

    @Test
    void half_precision_is_read_as_it_was_rounded() {
        INDArray array = Nd4j.createFromArray(0.1f, 65504f, -0f).castTo(DataType.FLOAT16);

        assertThat(values(array)).containsExactly(0.0999755859375, 65504, -0.0);
    }

    @Test
    void an_array_of_arrays_is_a_structure() {
        INDArray[] arrays = {Nd4j.ones(2), Nd4j.scalar(3.0)};

        assertThat(TensorTree.of(arrays)).containsOnlyKeys("[0]", "[1]");
        assertThat(read(arrays[1]).shape().rank()).isZero();
    }

    @Test
    void what_was_read_does_not_follow_the_array() {
        INDArray array = Nd4j.createFromArray(1f, 2f);
        Tensor read = read(array);
        array.addi(1);

        assertThat(read.toArray().toDoubles()).containsExactly(1, 2);
        assertThat(values(array)).containsExactly(2, 3);
    }

    @Test
    @SuppressWarnings("try")
    void an_array_that_cannot_be_read_is_refused() {
        INDArray closed = Nd4j.createFromArray(1f, 2f);
        closed.close();
        INDArray left;
        try (MemoryWorkspace workspace =
                Nd4j.getWorkspaceManager().getAndActivateWorkspace("left")) {
            left = Nd4j.createFromArray(1f, 2f).addi(1);
        }

        assertThatThrownBy(() -> read(closed))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("an INDArray of shape [2] was closed");
        assertThatThrownBy(() -> read(left))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("made in the workspace 'left'");
    }

    private static Tensor read(INDArray array) {
        return TensorReader.read(array);
    }

    private static double[] values(INDArray array) {
        ArrayTensor read = read(array).toArray();
        assertThat(read.shape()).isEqualTo(Shape.of(array.shape()));
        return read.toDoubles();
    }
}
