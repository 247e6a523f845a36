package dev.mltest.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class TensorTreeTest {

    /** Private on purpose: tests often keep their records to themselves. */
    private record Layer(float[][] weight, float[] bias) {}

    @Test
    void every_leaf_is_under_its_path() {
        Layer layer = new Layer(new float[2][3], new float[2]);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("encoder", Map.of("layers", List.of(layer, layer)));
        model.put("outputs", NamedTensors.of("logits", ArrayTensor.ofFloats(Shape.of(1), 1)));
        model.put("state", new Object[] {new int[] {1}, 2L});

        assertThat(TensorTree.of(model).keySet())
                .containsExactly(
                        "encoder.layers[0].weight",
                        "encoder.layers[0].bias",
                        "encoder.layers[1].weight",
                        "encoder.layers[1].bias",
                        "outputs.logits",
                        "state[0]",
                        "state[1]");
    }

    @Test
    void java_arrays_of_any_depth_are_tensors() {
        assertRead(new float[][] {{1, 2}, {3, 4}}, ElementType.FLOAT32, Shape.of(2, 2), 1, 2, 3, 4);
        assertRead(new double[] {0.1}, ElementType.FLOAT64, Shape.of(1), 0.1);
        assertRead(new int[][][] {{{7}}}, ElementType.INT32, Shape.of(1, 1, 1), 7);
        assertRead(new long[] {-3}, ElementType.INT64, Shape.of(1), -3);
        assertRead(new byte[] {-1}, ElementType.INT8, Shape.of(1), -1);
        assertRead(new boolean[] {true, false}, ElementType.BOOLEAN, Shape.of(2), 1, 0);
        assertRead(2.5, ElementType.FLOAT64, Shape.of(), 2.5);
        assertRead(new float[0][3], ElementType.FLOAT32, Shape.of(0, 0));
        assertRead(new float[2][0], ElementType.FLOAT32, Shape.of(2, 0));
    }

    private static void assertRead(Object given, ElementType type, Shape shape, double... values) {
        assertThat(TensorReader.read(given)).isEqualTo(ArrayTensor.of(type, shape, values));
    }

    @Test
    void ragged_arrays_are_refused() {
        assertRefused(
                new float[][] {{1, 2}, {3}},
                "along axis 1 its first row has 2 elements, and another 1;");
        assertRefused(
                new float[][] {{1, 2}, null},
                "along axis 1 its first row has 2 elements, and another is null;");
    }

    @Test
    void what_is_no_tensor_is_refused_at_its_path() {
        assertRefused(null, "a tensor is null; give it a Tensor, an array of your framework");
        assertRefused("text", "a java.lang.String is no tensor that mltest can read");
        assertRefused(new short[1], "a short[] is no tensor");
        assertRefused(new String[] {"x"}, "at '[0]': a java.lang.String is no tensor");
        assertRefused(
                Map.of("layers", Collections.singletonList(null)),
                "at 'layers[0]': a tensor is null");
        assertRefused(Map.of(), "there is no tensor in an empty");
    }

    @Test
    void a_structure_is_not_one_tensor() {
        assertThatThrownBy(() -> TensorReader.read(List.of(1f)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "is not one tensor but several; write assertThatTensors(...)");
    }

    @Test
    void paths_that_cannot_be_told_apart_are_refused() {
        assertRefused(Map.of("a", Map.of("b", 1f), "a.b", 2f), "two tensors have the path 'a.b'");
    }

    @Test
    void a_structure_that_contains_itself_is_refused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertRefused(endless, "does it contain itself?");
    }

    private static void assertRefused(Object given, String reason) {
        assertThatThrownBy(() -> TensorTree.of(given))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }
}
