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
        Shape shape = tensor.shape();
        int at = axisOf(shape, axis);
        int oldBlock = (int) shape.size(at) * inner(shape, at);
        int newBlock = oldBlock + count * inner(shape, at);
        double[] padded = new double[oldBlock == 0 ? 0 : tensor.length() / oldBlock * newBlock];
        double[] values = tensor.toDoubles();
        for (int block = 0; block * oldBlock < values.length; block++) {
            System.arraycopy(values, block * oldBlock, padded, block * newBlock, oldBlock);
        }
        long[] sizes = shape.sizes();
        sizes[at] += count;
        return ArrayTensor.of(tensor.elementType(), Shape.of(sizes), padded);
    }

    static int size(ArrayTensor tensor, int axis) {
        return (int) tensor.shape().size(axisOf(tensor.shape(), axis));
    }

    private static int axisOf(Shape shape, int axis) {
        int at = axis < 0 ? shape.rank() + axis : axis;
        if (at < 1 || at >= shape.rank()) {
            throw new ConfigurationException(
                    "axis %d is none of the axes 1 to %d of shape %s; axis 0 runs over the examples"
                            .formatted(axis, shape.rank() - 1, shape));
        }
        return at;
    }

    private static int inner(Shape shape, int axis) {
        long inner = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            inner *= shape.size(i);
        }
        return (int) inner;
    }
}
