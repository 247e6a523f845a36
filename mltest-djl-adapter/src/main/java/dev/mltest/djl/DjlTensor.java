package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;
import dev.mltest.model.Statistics;
import dev.mltest.model.Tensor;
import dev.mltest.model.TensorDifference;
import dev.mltest.model.TensorSummary;

/** A tensor in the engine's memory. Large ones are summarised there, small ones on the heap. */
final class DjlTensor implements Tensor {

    /** Below this many elements, copying costs less than the native calls of a summary. */
    private static final long SMALL = 1 << 15;

    private final NDArray array;

    DjlTensor(NDArray array) {
        this.array = array;
    }

    NDArray array() {
        return array;
    }

    @Override
    public Shape shape() {
        return Shapes.of(array.getShape());
    }

    @Override
    public ElementType elementType() {
        return ElementTypes.of(array.getDataType());
    }

    @Override
    public TensorSummary summary() {
        return isSmall()
                ? heapSummary()
                : NativeStatistics.summary(array).orElseGet(this::heapSummary);
    }

    private TensorSummary heapSummary() {
        return Statistics.summary(HeapValues.doubles(array));
    }

    @Override
    public TensorDifference differenceFrom(Tensor other) {
        requireShapeOf(other);
        if (isSmall() || !(other instanceof DjlTensor tensor)) {
            return heapDifference(other);
        }
        return NativeStatistics.difference(array, tensor.array)
                .orElseGet(() -> heapDifference(other));
    }

    private TensorDifference heapDifference(Tensor other) {
        return Statistics.difference(HeapValues.doubles(array), doubles(other));
    }

    private static double[] doubles(Tensor tensor) {
        return tensor instanceof DjlTensor djl
                ? HeapValues.doubles(djl.array)
                : tensor.toArray().toDoubles();
    }

    @Override
    public Tensor plusScaled(Tensor other, double factor) {
        requireShapeOf(other);
        return other instanceof DjlTensor tensor
                ? new DjlTensor(NativeStatistics.plusScaled(array, tensor.array, factor))
                : toArray().plusScaled(other, factor);
    }

    @Override
    public Tensor copy() {
        return new DjlTensor(
                NativeMemory.handingOut(() -> new NDList(array.duplicate())).head());
    }

    @Override
    public ArrayTensor toArray() {
        return HeapValues.of(array);
    }

    private boolean isSmall() {
        return array.size() < SMALL || array.getDataType() == DataType.BOOLEAN;
    }

    private void requireShapeOf(Tensor other) {
        if (!other.shape().equals(shape())) {
            throw new IllegalArgumentException(
                    "shapes differ: " + shape() + " and " + other.shape());
        }
    }

    /** Type, shape and device. */
    @Override
    public String toString() {
        return elementType() + shape().toString() + " on " + array.getDevice();
    }
}
