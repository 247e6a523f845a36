package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;

/** Compares what two tensors have in common: the leading positions along each axis. */
final class CommonBlock {

    private CommonBlock() {}

    /** Largest distance; NaN if the number of axes differs or nothing is in common. */
    static double distance(ArrayTensor one, ArrayTensor other) {
        if (one.shape().rank() != other.shape().rank()) {
            return Double.NaN;
        }
        long[] sizes = one.shape().sizes();
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = Math.min(sizes[axis], other.shape().size(axis));
        }
        Shape common = Shape.of(sizes);
        if (common.elements() == 0) {
            return Double.NaN;
        }
        return Distance.largest(values(one, common), values(other, common));
    }

    private static double[] values(ArrayTensor tensor, Shape common) {
        double[] values = new double[(int) common.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.get(position(i, common, tensor.shape()));
        }
        return values;
    }

    private static int position(int index, Shape common, Shape whole) {
        int rest = index;
        int stride = 1;
        int position = 0;
        for (int axis = common.rank() - 1; axis >= 0; axis--) {
            int size = (int) common.size(axis);
            position += rest % size * stride;
            rest /= size;
            stride *= (int) whole.size(axis);
        }
        return position;
    }
}
