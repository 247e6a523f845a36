package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThatTensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Shape;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class TensorsAssertTests {

    private record Layer(float[][] weight, float[] bias) {}

    private static Map<String, Object> model(float last, int biases, String extra) {
        Layer first = new Layer(new float[][] {{1, 2}, {3, last}}, new float[] {0, 0});
        Layer second = new Layer(new float[][] {{1, 2}}, new float[biases]);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("encoder", Map.of("layers", List.of(first, second)));
        model.put("head", new double[] {1, last});
        model.put(extra, 3L);
        return model;
    }

    @Test
    void what_holds_goes_on() {
        assertThatTensors(model(4, 2, "step"))
                .isCloseTo(model(4, 2, "step"))
                .isEqualTo(model(4, 2, "step"))
                .withTolerance(0, 1)
                .isCloseTo(model(5, 2, "step"))
                .withinUlps(1)
                .isCloseTo(model(4, 2, "step"))
                .tensor("encoder.layers[0].bias")
                .isAllZero();
        assertThatTensors(List.of(Float.NaN)).treatingNaNAsEqual().isEqualTo(List.of(Float.NaN));
    }

    @Test
    void tells_every_path_that_fails_the_worst_first() {
        ApprovedText.verify(
                "tensors-are-not-close",
                failure(() -> assertThatTensors(model(4, 3, "old"))
                                .as("restored model")
                                .isCloseTo(model(4.5f, 2, "new")))
                        .getMessage());
    }

    @Test
    void lists_ten_paths_at_most() {
        List<float[]> expected =
                IntStream.range(0, 12).mapToObj(i -> new float[] {i}).toList();
        List<float[]> actual =
                IntStream.range(0, 12).mapToObj(i -> new float[] {2 * i + 1}).toList();

        assertThat(failure(() -> assertThatTensors(actual).isCloseTo(expected)))
                .hasMessageContaining("12 of 12 paths are not, the worst first\n    [11]\n")
                .hasMessageContaining("    ... and 2 more\n");
    }

    @Test
    void an_ide_can_show_small_structures_side_by_side() {
        AssertionFailedError error =
                failure(() -> assertThatTensors(List.of(1f)).isEqualTo(List.of(2f)));
        assertThat(error.getExpected().getValue()).isEqualTo("[0] FLOAT32 []\n2.0");
        assertThat(error.getActual().getValue()).isEqualTo("[0] FLOAT32 []\n1.0");
        assertThat(error.getStackTrace())
                .noneMatch(frame -> frame.getClassName().startsWith("dev.mltest."));
    }

    @Test
    void one_tensor_is_looked_at_under_its_path() {
        assertThat(failure(() ->
                        assertThatTensors(model(4, 2, "step")).tensor("head").isAllZero()))
                .hasMessageStartingWith("[head] tensor FLOAT64 [2] should be all zero");
        assertThatThrownBy(() -> assertThatTensors(List.of(1f)).tensor("[1]"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: there is no tensor at '[1]'; there is [[0]]");
    }

    @Test
    void soft_assertions_collect_all_that_fail() {
        ModelSoftAssertions softly = new ModelSoftAssertions();
        softly.assertThatTensor(new float[] {1}).isCloseTo(new float[] {2}).isAllZero();
        softly.assertThatTensors(List.of(1f))
                .isEqualTo(List.of(2f))
                .tensor("[0]")
                .hasShape(1);
        softly.assertThat(ArrayTensor.ofFloats(Shape.of(1), 1)).isFinite();

        assertThat(softly.errorsCollected()).hasSize(4);
        assertThatThrownBy(softly::assertAll).hasMessageContaining("should be all zero");
    }

    private static AssertionFailedError failure(ThrowingCallable failing) {
        AssertionFailedError error = catchThrowableOfType(AssertionFailedError.class, failing);
        assertThat(error).isNotNull();
        return error;
    }
}
