package dev.mltest.sample;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.junit.MltestAssertions.assertThatTensor;
import static dev.mltest.junit.MltestAssertions.assertThatTensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import dev.mltest.junit.ModelSoftAssertions;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Tensor;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Everything that docs/how-to/assert-on-tensors.md shows is run here. */
class TensorGuideTest {

    private static final Path PAGE = Path.of("..", "docs", "how-to", "assert-on-tensors.md");

    @Test
    void a_softmax_gives_probabilities() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray logits = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));

            assertThatTensor(logits.softmax(-1))
                    .hasShape(2, 2)
                    .hasElementType(ElementType.FLOAT32)
                    .isFinite()
                    .hasValuesBetween(0, 1)
                    .rowsSumTo(1)
                    .isCloseTo(new double[][] {{0.26894142, 0.73105858}, {0.26894142, 0.73105858}});
        }
    }

    @Test
    void a_product_is_transposed() {
        INDArray left = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});
        INDArray right = Nd4j.createFromArray(new float[][] {{0, 1}, {1, 1}});

        assertThatTensor(left.mmul(right).transpose())
                .isCloseTo(right.transpose().mmul(left.transpose()));
    }

    @Test
    void half_precision_is_compared_as_such() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray weights = manager.create(new float[] {0.1f, 0.2f, 0.3f});
            NDArray halved = weights.toType(DataType.FLOAT16, true);

            assertThatTensor(halved).isCloseTo(weights);
            assertThatTensor(halved).withTolerance(1e-3, 0).isCloseTo(weights);
            assertThatTensor(halved).withinUlps(1).isCloseTo(weights);
        }
    }

    record Layer(float[][] weight, float[] bias) {}

    @Test
    void a_restored_model_has_the_weights_that_were_saved() {
        Layer first = new Layer(new float[][] {{1, 2}, {3, 4}}, new float[] {0, 0});
        Layer second = new Layer(new float[][] {{5, 6}}, new float[] {0});
        Map<String, Object> saved = Map.of("encoder", List.of(first, second));
        Map<String, Object> restored = Map.of("encoder", List.of(first, second));

        assertThatTensors(restored).isEqualTo(saved);
        assertThatTensors(restored).tensor("encoder[1].weight").hasShape(1, 2).isNotAllZero();
    }

    @Test
    void all_that_fails_is_told_together() {
        Tensor mask = ArrayTensor.ofLongs(dev.mltest.model.Shape.of(3), 1, 1, 0);

        ModelSoftAssertions softly = new ModelSoftAssertions();
        softly.assertThat(mask).as("mask").hasValuesBetween(0, 1);
        softly.assertThatTensor(new float[] {Float.NaN, 1})
                .as("running mean")
                .treatingNaNAsEqual()
                .isCloseTo(new float[] {Float.NaN, 1});
        softly.assertAll();
    }

    private static void failing() {
        float[][] logits = {{1, 2.0001f, 3}, {4, 5, 6.1f}};
        float[][] expected = {{1, 2, 3}, {4, 5, 6}};

        assertThatTensor(logits).as("logits").withAxes("batch", "class").isCloseTo(expected);
    }

    @Test
    void the_page_shows_the_message_of_its_failing_example() throws IOException {
        String message = catchThrowable(TensorGuideTest::failing).getMessage();

        assertThat(Files.readString(PAGE)).contains("```text\n" + message + "\n```");
    }
}
