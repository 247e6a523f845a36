package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Shape;

import java.util.function.IntUnaryOperator;

/** Moves slices of a tensor along its axes. Axis 0 runs over the examples and stays. */
final class TensorMoves {

    private TensorMoves() {}

    /** The tensor whose slice i along the axis is the old slice {@code source(i)}. */
    static ArrayTensor along(ArrayTensor tensor, int axis, IntUnaryOperator source) {
        Shape shape = tensor.shape();
        int at = axisOf(shape, axis);
        int size = (int) shape.size(at);
        int inner = inner(shape, at);
        double[] moved = new double[tensor.length()];
        for (int i = 0; i < moved.length; i++) {
            int position = i / inner % size;
            moved[i] = tensor.get(i + (source.applyAsInt(position) - position) * inner);
        }
        return ArrayTensor.of(tensor.elementType(), shape, moved);
    }

    /** The last two axes turned by a quarter, counter-clockwise; they must be equally long. */
    static ArrayTensor quarterTurn(ArrayTensor tensor) {
        Shape shape = tensor.shape();
        if (shape.rank() < 3 || shape.size(-1) != shape.size(-2)) {
            throw new ConfigurationException(
                    "a quarter turn needs square images [N x ... x S x S], but got " + shape);
        }
        int size = (int) shape.size(-1);
        double[] turned = new double[tensor.length()];
        for (int i = 0; i < turned.length; i++) {
            int column = i % size;
            int row = i / size % size;
            int image = i / (size * size);
            turned[i] = tensor.get((image * size + column) * size + (size - 1 - row));
        }
        return ArrayTensor.of(tensor.elementType(), shape, turned);
    }

    /** The tensor with {@code count} slices of zeros behind the last one of the axis. */
    static ArrayTensor padded(ArrayTensor tensor, int axis, int count) {
        return lengthened(tensor, axis, count, 0);
    }

    /** The tensor with {@code count} slices of zeros in front of the first one of the axis. */
    static ArrayTensor delayed(ArrayTensor tensor, int axis, int count) {
        return lengthened(tensor, axis, count, count);
    }

    private static ArrayTensor lengthened(ArrayTensor tensor, int axis, int count, int front) {
        Shape shape = tensor.shape();
        int at = axisOf(shape, axis);
        int inner = inner(shape, at);
        int oldBlock = (int) shape.size(at) * inner;
        int newBlock = oldBlock + count * inner;
        double[] longer = new double[oldBlock == 0 ? 0 : tensor.length() / oldBlock * newBlock];
        double[] values = tensor.toDoubles();
        for (int block = 0; block * oldBlock < values.length; block++) {
            int to = block * newBlock + front * inner;
            System.arraycopy(values, block * oldBlock, longer, to, oldBlock);
        }
        long[] sizes = shape.sizes();
        sizes[at] += count;
        return ArrayTensor.of(tensor.elementType(), Shape.of(sizes), longer);
    }

    static int size(ArrayTensor tensor, int axis) {
        return (int) tensor.shape().size(axisOf(tensor.shape(), axis));
    }

    /** The axis counted from the front. */
    static int axisOf(Shape shape, int axis) {
        int at = axis < 0 ? shape.rank() + axis : axis;
        if (at < 1 || at >= shape.rank()) {
            throw new ConfigurationException(
                    "axis %d is none of the axes 1 to %d of shape %s; axis 0 runs over the examples"
                            .formatted(axis, shape.rank() - 1, shape));
        }
        return at;
    }

    /** How many elements one step along the axis spans. */
    static int inner(Shape shape, int axis) {
        return stride(shape, axisOf(shape, axis));
    }

    /** The same of any axis from the front, the first included. */
    static int stride(Shape shape, int axis) {
        long inner = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            inner *= shape.size(i);
        }
        return (int) inner;
    }
}
