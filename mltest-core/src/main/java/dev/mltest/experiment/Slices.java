package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Shape;

import java.util.stream.IntStream;

/**
 * A tensor [N x ... x T x ...] as slices, one for each row and each position along an axis behind
 * axis 0.
 */
record Slices(ArrayTensor tensor, int axis) {

    /** Stands for a slice of zeros. */
    static final int ZEROS = -1;

    /** Which old slice comes to stand somewhere: its {@link #code}, or {@link #ZEROS}. */
    @FunctionalInterface
    interface Source {
        int of(int row, int position);
    }

    /** The axes behind axis 0 of this size. */
    static int[] axes(Shape shape, long size) {
        return IntStream.range(1, shape.rank())
                .filter(axis -> shape.size(axis) == size)
                .toArray();
    }

    /** Slices along this axis, which is behind axis 0. */
    static Slices along(String name, ArrayTensor tensor, int axis) {
        if (axis >= tensor.shape().rank()) {
            throw new NotAvailableException(
                    "'%s' %s has no axis %d".formatted(name, tensor.shape(), axis));
        }
        return new Slices(tensor, axis);
    }

    int rows() {
        return Math.toIntExact(tensor.shape().size(0));
    }

    /** Number of positions, T. */
    int count() {
        return Math.toIntExact(tensor.shape().size(axis));
    }

    int code(int row, int position) {
        return row * count() + position;
    }

    boolean isAll(double value, int row, int position) {
        return IntStream.range(0, size())
                .allMatch(element -> tensor.get(index(count(), row, position, element)) == value);
    }

    boolean isSame(int one, int other) {
        return IntStream.range(0, size())
                .allMatch(element -> value(one, element) == value(other, element));
    }

    /** Elements of a slice. */
    int size() {
        return count() == 0 ? 0 : tensor.rowLength() / count();
    }

    double value(int code, int element) {
        return tensor.get(index(count(), code / count(), code % count(), element));
    }

    /** A tensor of so many positions, each slice of which is an old one. */
    ArrayTensor rearranged(int positions, Source source) {
        long[] sizes = tensor.shape().sizes();
        sizes[axis] = positions;
        double[] values = new double[rows() * size() * positions];
        for (int row = 0; row < rows(); row++) {
            for (int position = 0; position < positions; position++) {
                int from = source.of(row, position);
                for (int element = 0; element < size() && from != ZEROS; element++) {
                    values[index(positions, row, position, element)] = value(from, element);
                }
            }
        }
        return ArrayTensor.of(tensor.elementType(), Shape.of(sizes), values);
    }

    /** Where an element of a slice stands in a tensor of so many positions. */
    private int index(int positions, int row, int position, int element) {
        int inner = inner();
        int outer = row * (size() / inner) + element / inner;
        return (outer * positions + position) * inner + element % inner;
    }

    private int inner() {
        return (int) IntStream.range(axis + 1, tensor.shape().rank())
                .mapToLong(tensor.shape()::size)
                .reduce(1, (one, other) -> one * other);
    }
}
