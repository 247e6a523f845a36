package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;

import java.util.ArrayList;
import java.util.List;

/** The axes behind the first in every order: channels first or last, time first or last. */
final class AxisOrders {

    private static final int MOST_AXES = 4;

    private AxisOrders() {}

    /** Every order that keeps axis 0 in front; only the given one of tensors with many axes. */
    static List<int[]> of(int rank) {
        List<int[]> orders = new ArrayList<>();
        int[] order = new int[rank];
        if (rank > MOST_AXES) {
            for (int axis = 0; axis < rank; axis++) {
                order[axis] = axis;
            }
            return List.of(order);
        }
        fill(order, 1, orders);
        return orders;
    }

    private static void fill(int[] order, int at, List<int[]> orders) {
        if (at >= order.length) {
            orders.add(order.clone());
            return;
        }
        for (int axis = 1; axis < order.length; axis++) {
            if (!isAmong(order, at, axis)) {
                order[at] = axis;
                fill(order, at + 1, orders);
            }
        }
    }

    private static boolean isAmong(int[] order, int count, int axis) {
        for (int i = 1; i < count; i++) {
            if (order[i] == axis) {
                return true;
            }
        }
        return false;
    }

    /** The tensor whose axis i is the old axis {@code order[i]}. */
    static ArrayTensor transposed(ArrayTensor tensor, int[] order) {
        Shape shape = tensor.shape();
        long[] sizes = new long[order.length];
        int[] strides = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            sizes[axis] = shape.size(order[axis]);
            strides[axis] = TensorMoves.stride(shape, order[axis]);
        }
        double[] values = new double[tensor.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.get(source(i, sizes, strides));
        }
        return ArrayTensor.of(tensor.elementType(), Shape.of(sizes), values);
    }

    private static int source(int index, long[] sizes, int[] strides) {
        int rest = index;
        int source = 0;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            source += (int) (rest % sizes[axis]) * strides[axis];
            rest /= (int) sizes[axis];
        }
        return source;
    }
}
