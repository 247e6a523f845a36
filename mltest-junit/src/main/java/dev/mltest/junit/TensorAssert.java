package dev.mltest.junit;

import dev.mltest.comparison.Comparison;
import dev.mltest.comparison.Inspection;
import dev.mltest.comparison.TensorReader;
import dev.mltest.comparison.Tolerance;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.Numbers;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Assertions about one tensor. What is expected may be a {@link Tensor}, an array of a framework
 * whose adapter is on the class path, or a Java array. Without another tolerance, numbers are
 * compared within what the coarser of the two element types explains; a NaN equals nothing.
 */
public final class TensorAssert extends ComparingAssert<TensorAssert, Tensor> {

    private TensorText text;

    TensorAssert(Tensor actual, Consequence consequence) {
        super(actual, TensorAssert.class, consequence);
        this.text = new TensorText(List.of());
    }

    /**
     * Names the axes in messages, outermost first: {@code withAxes("batch", "class")}.
     *
     * @throws ConfigurationException if there are not as many axes
     */
    public TensorAssert withAxes(String... names) {
        if (names.length != actual.shape().rank()) {
            throw new ConfigurationException(
                    "withAxes(...) names %d axes of a tensor of shape %s; give one name for each of its %d axes"
                            .formatted(
                                    names.length, actual.shape(), actual.shape().rank()));
        }
        text = new TensorText(List.of(names));
        return this;
    }

    /** Verifies that shape and numbers are near the expected ones; any element type will do. */
    public TensorAssert isCloseTo(@Nullable Object expected) {
        Tensor other = TensorReader.read(expected);
        return verify("should be close to", comparing().closeness(actual, other), other);
    }

    /**
     * Verifies that shape, element type and every bit are the expected ones: 0.0 and -0.0 are two
     * numbers. A tolerance does not apply.
     */
    @Override
    public TensorAssert isEqualTo(@Nullable Object expected) {
        Tensor other = TensorReader.read(expected);
        return verify("should be equal to", comparing().identity(actual, other), other);
    }

    /** Verifies that shape, element type or any bit differs. A NaN never counts as different. */
    @Override
    public TensorAssert isNotEqualTo(@Nullable Object other) {
        Tensor same = TensorReader.read(other);
        Comparison comparison = comparing().identity(actual, same);
        boolean differs = !comparison.isOfSameShape()
                || !comparison.isOfRightType()
                || comparison.hasDifferentNumbers();
        String found =
                "all %d elements are the same, or NaN".formatted(actual.shape().elements());
        return differs ? this : fail(text.claim(actual, "should differ from the other"), found);
    }

    /** Verifies the sizes of the axes, outermost first; none at all for a scalar. */
    public TensorAssert hasShape(long... sizes) {
        Shape expected = Shape.of(sizes);
        return expected.equals(actual.shape())
                ? this
                : fail(
                        text.claim(actual, "should have shape " + expected)
                                + text.indented(text.shapes(actual.shape(), expected)),
                        expected.toString(),
                        actual.shape().toString());
    }

    /** Verifies the number format of the elements. */
    public TensorAssert hasElementType(ElementType expected) {
        ElementType found = actual.elementType();
        return expected == found
                ? this
                : fail(
                        text.claim(actual, "should have elements of " + expected)
                                + text.indented(TensorText.types(found, expected)),
                        expected.toString(),
                        found.toString());
    }

    /** Verifies that no element is NaN or infinite, and that there are elements. */
    public TensorAssert isFinite() {
        return every("should be finite", Double::isFinite);
    }

    /** Verifies that no element is NaN, and that there are elements. */
    public TensorAssert hasNoNaN() {
        return every("should have no NaN", value -> !Double.isNaN(value));
    }

    /** Verifies that every element is 0, or -0.0, and that there are elements. */
    public TensorAssert isAllZero() {
        return every("should be all zero", value -> value == 0);
    }

    /** Verifies that some element is a number other than 0; a NaN is none. */
    public TensorAssert isNotAllZero() {
        Inspection inspection = Inspection.ofElements(actual, value -> !(Math.abs(value) > 0));
        String found = "all %d elements are 0, or NaN".formatted(inspection.count());
        return inspection.failing() > 0
                ? this
                : fail(text.claim(actual, "should not be all zero"), found);
    }

    /** Verifies that every element lies between these, which are allowed themselves. */
    public TensorAssert hasValuesBetween(double least, double most) {
        if (!(least <= most)) {
            throw new ConfigurationException(
                    "hasValuesBetween(%s, %s) needs the smaller number first"
                            .formatted(least, most));
        }
        return every(
                "should have values between %s and %s"
                        .formatted(Numbers.text(least), Numbers.text(most)),
                value -> value >= least && value <= most);
    }

    /**
     * Verifies that the elements along the last axis sum up to this, as probabilities do to 1,
     * within the tolerance chosen or else that of the element type.
     */
    public TensorAssert rowsSumTo(double sum) {
        Tolerance tolerance = comparing()
                .chosen()
                .orElseGet(() -> Tolerance.of(actual.elementType(), actual.elementType()));
        Inspection inspection = Inspection.ofRowSums(
                actual, found -> tolerance.allows(actual.elementType(), found, sum));
        String claim = "should have rows that sum up to " + Numbers.text(sum);
        return verify(
                claim, "rows", ElementType.FLOAT64, inspection, TensorText.tolerance(tolerance));
    }

    private TensorAssert every(String claim, DoublePredicate asItShouldBe) {
        Inspection inspection = Inspection.ofElements(actual, asItShouldBe);
        return verify(claim, "elements", actual.elementType(), inspection, "");
    }

    private TensorAssert verify(
            String claim, String what, ElementType type, Inspection inspection, String tolerance) {
        String found = text.inspected(inspection, what, type);
        return inspection.failing() == 0 && inspection.count() > 0
                ? this
                : fail(text.claim(actual, claim) + found + tolerance, "", "");
    }

    private TensorAssert verify(String claim, Comparison comparison, Tensor expected) {
        return comparison.holds()
                ? this
                : fail(
                        text.of(claim, comparison),
                        TensorText.values(expected),
                        TensorText.values(actual));
    }

    private TensorAssert fail(String claim, String found) {
        return fail(claim + text.indented(found), "", "");
    }
}
