package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;

import dev.mltest.model.TensorDifference;
import dev.mltest.model.TensorSummary;

import java.util.Optional;

/**
 * Statistics computed where the values live, in double precision, with one small transfer at the
 * end. They are empty if a case is rare and only a look at every value can decide it.
 */
final class NativeStatistics {

    private NativeStatistics() {}

    /** A summary; empty if an element is not finite. */
    static Optional<TensorSummary> summary(NDArray array) {
        return NativeMemory.freeing(() -> EngineSwitches.withoutGraph(array, () -> {
            NDArray values = inDouble(array);
            double[] found = fetch(
                    values.countNonzero(),
                    values.min(),
                    values.max(),
                    values.mean(),
                    values.norm());
            return summary(array.size(), found);
        }));
    }

    private static Optional<TensorSummary> summary(long count, double[] found) {
        if (!Double.isFinite(found[4])) {
            return Optional.empty();
        }
        long zeros = count - (long) found[0];
        return Optional.of(
                new TensorSummary(count, zeros, 0, found[1], found[2], found[3], found[4]));
    }

    /** A difference; empty if an element is not finite or zeros of either sign might differ. */
    static Optional<TensorDifference> difference(NDArray left, NDArray right) {
        return NativeMemory.freeing(() -> EngineSwitches.withoutGraph(left, () -> {
            NDArray values = inDouble(left);
            NDArray distance = values.sub(inDouble(right));
            double[] found = fetch(
                    values.countNonzero(),
                    distance.countNonzero(),
                    distance.abs().max(),
                    distance.norm());
            return difference(left.size(), found);
        }));
    }

    private static Optional<TensorDifference> difference(long count, double[] found) {
        boolean zeroOnTheLeft = found[0] < count;
        if (zeroOnTheLeft || !Double.isFinite(found[3])) {
            return Optional.empty();
        }
        return Optional.of(new TensorDifference(count, (long) found[1], 0, found[2], found[3]));
    }

    /** {@code left + factor * right}, in the element type of the left one. */
    static NDArray plusScaled(NDArray left, NDArray right, double factor) {
        return NativeMemory.handingOut(() -> EngineSwitches.withoutGraph(left, () -> {
                    NDArray sum = inDouble(left).add(inDouble(right).mul(factor));
                    return new NDList(as(left.getDataType(), sum));
                }))
                .head();
    }

    private static NDArray inDouble(NDArray array) {
        return as(DataType.FLOAT64, array);
    }

    private static NDArray as(DataType type, NDArray array) {
        return array.toType(type, false);
    }

    private static double[] fetch(NDArray... scalars) {
        NDList list = new NDList(scalars.length);
        for (NDArray scalar : scalars) {
            list.add(inDouble(scalar).reshape(1));
        }
        return NDArrays.concat(list).toDoubleArray();
    }
}
