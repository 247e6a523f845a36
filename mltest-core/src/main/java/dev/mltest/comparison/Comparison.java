package dev.mltest.comparison;

import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import java.util.List;
import java.util.Optional;

/**
 * What came of comparing a tensor with the one it should be. Unlike a
 * {@link dev.mltest.model.TensorDifference}, which a framework computes where its tensors live, it
 * knows places; it is made on the heap.
 *
 * @param actualShape its shape
 * @param expectedShape the shape it should have; elements are compared only if it has
 * @param actualType its element type
 * @param expectedType the other one's element type
 * @param typesMayDiffer whether numbers of another type can be the expected ones
 * @param mismatched number of elements that are too far off
 * @param nans how many of these are NaN on either side
 * @param worst the one that is furthest off
 * @param first the first few of them in row-major order
 * @param tolerance what was allowed
 */
public record Comparison(
        Shape actualShape,
        Shape expectedShape,
        ElementType actualType,
        ElementType expectedType,
        boolean typesMayDiffer,
        long mismatched,
        long nans,
        Optional<Mismatch> worst,
        List<Mismatch> first,
        Tolerance tolerance) {

    /** Keeps its own copy. */
    public Comparison {
        first = List.copyOf(first);
    }

    /** Whether the tensor is what it should be. */
    public boolean holds() {
        return isOfSameShape() && isOfRightType() && mismatched == 0;
    }

    /** Whether elements could be compared at all. */
    public boolean isOfSameShape() {
        return actualShape.equals(expectedShape);
    }

    /** Whether the element type is one that was asked for. */
    public boolean isOfRightType() {
        return typesMayDiffer || actualType == expectedType;
    }

    /** Whether any element that is NaN on neither side is not the expected one. */
    public boolean hasDifferentNumbers() {
        return mismatched > nans;
    }

    /** How far the worst element is off, in terms of what is allowed; infinite without any. */
    public double excess() {
        return worst.map(Mismatch::excess).orElse(Double.POSITIVE_INFINITY);
    }
}
