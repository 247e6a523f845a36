package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import java.util.List;
import java.util.stream.IntStream;

/** How much the slices of a tensor differ: rows along axis 0, columns along axis 1. */
final class SliceSpread {

    private SliceSpread() {}

    /** For each axis, distance of its slices from their mean over the norm of the tensor. */
    static List<Double> of(Tensor tensor) {
        ArrayTensor values = tensor.toArray();
        double norm = values.summary().norm();
        return IntStream.range(0, values.shape().rank())
                .mapToObj(axis -> values.shape().size(axis) < 2 ? Double.NaN : along(values, axis))
                .map(distance -> norm == 0 && distance == 0 ? 0.0 : distance / norm)
                .toList();
    }

    private static double along(ArrayTensor values, int axis) {
        Shape shape = values.shape();
        int slices = (int) shape.size(axis);
        int inner = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            inner *= (int) shape.size(i);
        }
        double squares = 0;
        for (int block = 0; block < values.length(); block += slices * inner) {
            for (int start = block; start < block + inner; start++) {
                squares += squaresAround(values, start, inner, slices);
            }
        }
        return Math.sqrt(squares);
    }

    /** Squared distance from the first: exactly 0 for equal elements. */
    private static double squaresAround(ArrayTensor values, int start, int stride, int count) {
        double first = values.get(start);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double distance = values.get(start + i * stride) - first;
            sum += distance;
            squares += distance * distance;
        }
        return Math.max(0, squares - sum * sum / count);
    }
}
