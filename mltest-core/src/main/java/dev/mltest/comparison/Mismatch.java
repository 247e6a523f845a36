package dev.mltest.comparison;

import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.List;

/**
 * An element that is too far from what it should be.
 *
 * @param position index along each axis
 * @param actual what it is
 * @param expected what it should be
 * @param type the coarser one of both element types, in whose units distances are counted
 * @param excess the distance in terms of what is allowed; infinite for a NaN
 */
public record Mismatch(
        List<Long> position, double actual, double expected, ElementType type, double excess) {

    /** Keeps its own copy. */
    public Mismatch {
        position = List.copyOf(position);
    }

    /** The distance; NaN if there is none. */
    public double absolute() {
        return Math.abs(actual - expected);
    }

    /** The distance in terms of the expected number; NaN or infinite if there is none. */
    public double relative() {
        return absolute() / Math.abs(expected);
    }

    /** The distance in representable numbers; infinite if there is none. */
    public double ulps() {
        return UlpDistance.between(type, actual, expected);
    }

    /** Index along each axis of the element at a row-major index. */
    public static List<Long> position(Shape shape, int index) {
        return Arrays.stream(shape.indexOf(index)).boxed().toList();
    }

    /** Whether this one is further off than another: by its excess, then by its distance. */
    boolean isWorseThan(Mismatch other) {
        int order = Double.compare(excess, other.excess);
        return order > 0 || (order == 0 && Double.compare(absolute(), other.absolute()) > 0);
    }
}
