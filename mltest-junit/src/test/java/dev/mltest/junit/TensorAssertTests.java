package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.junit.MltestAssertions.assertThatTensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class TensorAssertTests {

    private static final float[][] EXPECTED = {{1, 2, 3}, {4, 5, 6}};
    private static final float[][] OFF = {{1, 2.0001f, 3}, {4, 5, 6.1f}};
    private static final Tensor TENSOR = ArrayTensor.ofFloats(Shape.of(2), 0.25f, 0.75f);

    @Test
    void what_holds_goes_on() {
        assertThat(TENSOR)
                .hasShape(2)
                .hasElementType(ElementType.FLOAT32)
                .isFinite()
                .hasNoNaN()
                .isNotAllZero()
                .hasValuesBetween(0.25, 0.75)
                .rowsSumTo(1)
                .isCloseTo(new double[] {0.25, 0.75})
                .isEqualTo(new float[] {0.25f, 0.75f})
                .isNotEqualTo(new float[] {0.25f, 0.5f})
                .isNotEqualTo(new double[] {0.25, 0.75})
                .withinUlps(1)
                .isCloseTo(new float[] {Math.nextUp(0.25f), 0.75f})
                .withTolerance(0, 0.1)
                .isCloseTo(new float[] {0.3f, 0.7f});
        assertThatTensor(new float[] {0f, -0f}).isAllZero();
        assertThatTensor(new float[] {Float.NaN, 1})
                .treatingNaNAsEqual()
                .isCloseTo(new float[] {Float.NaN, 1})
                .isEqualTo(new float[] {Float.NaN, 1});
        assertThatTensor(3.0f).hasShape().isCloseTo(3);
    }

    @Test
    void assertj_keeps_its_own_entry_points() {
        assertThat("text").startsWith("t");
        assertThat(new float[] {1}).hasSize(1);
    }

    @Test
    void tells_what_is_not_close() {
        verify(
                "tensor-is-not-close",
                () -> assertThatTensor(OFF)
                        .as("logits")
                        .withAxes("batch", "class")
                        .isCloseTo(EXPECTED));
    }

    @Test
    void tells_what_is_not_within_a_given_tolerance() {
        verify(
                "tensor-is-not-within-tolerance",
                () -> assertThatTensor(OFF).withTolerance(1e-3, 0).isCloseTo(EXPECTED));
        verify(
                "tensor-is-not-within-ulps",
                () -> assertThatTensor(OFF).withinUlps(4).isCloseTo(EXPECTED));
    }

    @Test
    void tells_what_is_not_equal() {
        verify(
                "tensor-is-not-equal",
                () -> assertThatTensor(new float[] {0f, Float.NaN, Float.NEGATIVE_INFINITY})
                        .isEqualTo(new float[] {-0f, Float.NaN, 1}));
        verify(
                "tensor-is-of-another-type",
                () -> assertThatTensor(EXPECTED).isEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}}));
    }

    @Test
    void tells_shapes_by_name() {
        verify(
                "tensor-is-of-another-shape",
                () -> assertThatTensor(new float[3][2])
                        .withAxes("batch", "class")
                        .isCloseTo(EXPECTED));
        assertFails(
                "expected shape [3x2] but was [2x3]",
                () -> assertThatTensor(EXPECTED).hasShape(3, 2));
        assertFails(
                "expected element type FLOAT64 but was FLOAT32",
                () -> assertThatTensor(EXPECTED).hasElementType(ElementType.FLOAT64));
    }

    @Test
    void tells_which_elements_or_rows_are_not_as_claimed() {
        float[] wild = {0, Float.NaN, Float.POSITIVE_INFINITY};
        verify("tensor-is-not-finite", () -> assertThatTensor(wild).isFinite());
        verify("tensor-rows-do-not-sum-to", () -> assertThatTensor(EXPECTED).rowsSumTo(1));
        verify(
                "tensor-values-are-not-between",
                () -> assertThatTensor(new int[] {9, 8, 7, 6, 5, 4, 3}).hasValuesBetween(0, 1));
        assertFails(
                "1 of 3 elements (33.33 %) are not",
                () -> assertThatTensor(wild).hasNoNaN());
        assertFails(
                "2 of 3 elements (66.67 %) are not",
                () -> assertThatTensor(wild).isAllZero());
        assertFails(
                "all 2 elements are 0, or NaN",
                () -> assertThatTensor(new float[] {-0f, Float.NaN}).isNotAllZero());
        assertFails(
                "all 2 elements are the same, or NaN",
                () -> assertThatTensor(new float[] {1, Float.NaN})
                        .isNotEqualTo(new float[] {1, 2})
                        .isNotEqualTo(new float[] {1, Float.NaN}));
    }

    @Test
    void an_examination_of_nothing_fails() {
        float[] nothing = {};
        assertFails(
                "so that nothing was looked at", () -> assertThatTensor(nothing).isFinite());
        assertFails(
                "so that nothing was looked at", () -> assertThatTensor(nothing).hasNoNaN());
        assertFails(
                "so that nothing was looked at", () -> assertThatTensor(nothing).isAllZero());
        assertFails("are 0, or NaN", () -> assertThatTensor(nothing).isNotAllZero());
        assertThatTensor(nothing).isCloseTo(new float[0]);
    }

    @Test
    void an_ide_can_show_small_tensors_side_by_side() {
        AssertionFailedError error = failure(() -> assertThatTensor(OFF).isCloseTo(EXPECTED));
        assertThat(error.getExpected().getValue())
                .isEqualTo("FLOAT32 [2x3]\n1.0, 2.0, 3.0\n4.0, 5.0, 6.0");
        assertThat(error.getActual().getValue())
                .isEqualTo("FLOAT32 [2x3]\n1.0, 2.0001, 3.0\n4.0, 5.0, 6.1");

        AssertionFailedError large =
                failure(() -> assertThatTensor(new float[65]).isCloseTo(new float[64]));
        assertThat(large.isExpectedDefined()).isFalse();
    }

    @Test
    void no_frame_of_ours_is_left() {
        assertThat(failure(() -> assertThatTensor(OFF).isCloseTo(EXPECTED)).getStackTrace())
                .extracting(StackTraceElement::getClassName)
                .noneMatch(name -> name.startsWith("dev.mltest."));
    }

    @Test
    void misuse_says_what_to_write() {
        assertMisuse("a tensor is null; give it a Tensor", () -> assertThatTensor(null));
        assertMisuse(
                "a java.lang.String is no tensor that mltest can read (adapters on the class path: [])",
                () -> assertThatTensor(EXPECTED).isCloseTo("text"));
        assertMisuse(
                "is ragged: along axis 1", () -> assertThatTensor(new float[][] {{1}, {1, 2}}));
        assertMisuse(
                "withAxes(...) names 1 axes of a tensor of shape [2x3]; give one name for each of its 2 axes",
                () -> assertThatTensor(EXPECTED).withAxes("batch"));
        assertMisuse(
                "hasValuesBetween(1.0, 0.0) needs the smaller number first",
                () -> assertThatTensor(EXPECTED).hasValuesBetween(1, 0));
        assertMisuse("write withinUlps(4)", () -> assertThatTensor(EXPECTED).withinUlps(-1));
    }

    private static void verify(String approved, ThrowingCallable failing) {
        ApprovedText.verify(approved, failure(failing).getMessage());
    }

    private static AssertionFailedError failure(ThrowingCallable failing) {
        AssertionFailedError error = catchThrowableOfType(AssertionFailedError.class, failing);
        assertThat(error).isNotNull();
        return error;
    }

    private static void assertFails(String text, ThrowingCallable failing) {
        assertThat(failure(failing)).hasMessageContaining(text);
    }

    private static void assertMisuse(String text, ThrowingCallable misuse) {
        assertThatThrownBy(misuse)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(text);
    }
}
