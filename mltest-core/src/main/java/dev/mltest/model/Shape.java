package dev.mltest.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The sizes of a tensor's axes, outermost first. Axis 0 of batch data runs over the examples. */
public final class Shape {

    private final long[] sizes;

    private Shape(long[] sizes) {
        this.sizes = sizes;
    }

    /**
     * A shape with these axis sizes; no sizes at all is a scalar.
     *
     * @throws ConfigurationException if a size is negative
     */
    public static Shape of(long... sizes) {
        for (long size : sizes) {
            if (size < 0) {
                throw new ConfigurationException(
                        "a shape needs axis sizes of 0 or more, but got " + Arrays.toString(sizes));
            }
        }
        return new Shape(sizes.clone());
    }

    /** Number of axes. */
    public int rank() {
        return sizes.length;
    }

    /** Size of one axis; negative axes count from the end, -1 being the last. */
    public long size(int axis) {
        return sizes[axis < 0 ? sizes.length + axis : axis];
    }

    /** Number of elements. */
    public long elements() {
        return Arrays.stream(sizes).reduce(1, Math::multiplyExact);
    }

    /** Where an element stands along each axis; its number counts along the last axis first. */
    public long[] indexOf(long element) {
        long[] index = new long[sizes.length];
        long rest = element;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            index[axis] = rest % sizes[axis];
            rest /= sizes[axis];
        }
        return index;
    }

    /** Axis sizes, outermost first. */
    public long[] sizes() {
        return sizes.clone();
    }

    /** This shape with another size of axis 0. */
    public Shape withRows(long rows) {
        long[] changed = sizes.clone();
        changed[0] = rows;
        return new Shape(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** For example {@code [32x3]}; a scalar is {@code []}. */
    @Override
    public String toString() {
        return Arrays.stream(sizes)
                .mapToObj(Long::toString)
                .collect(Collectors.joining("x", "[", "]"));
    }
}
