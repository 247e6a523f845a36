package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Shape;

import java.util.function.IntUnaryOperator;

/** How far outputs moved, by row and position; all of a row is one position if it has none. */
final class PositionDistances {

    private PositionDistances() {}

    /** Largest change of each slice; infinite if it is not a number any more. */
    static double[][] of(ArrayTensor before, ArrayTensor after, int axis) {
        return of(before, after, axis, position -> position);
    }

    /** The same where what stood at a position now stands at another; -1 if nowhere. */
    static double[][] of(
            ArrayTensor before, ArrayTensor after, int axis, IntUnaryOperator newPosition) {
        Slices from = slices(before, axis);
        Slices to = slices(after, axis);
        double[][] distances = new double[from.rows()][from.count()];
        for (int row = 0; row < distances.length; row++) {
            for (int position = 0; position < from.count(); position++) {
                int now = newPosition.applyAsInt(position);
                distances[row][position] = now < 0
                        ? 0
                        : distance(from, from.code(row, position), to, to.code(row, now));
            }
        }
        return distances;
    }

    /** An output without positions has a single one. */
    private static Slices slices(ArrayTensor output, int axis) {
        return axis > 0
                ? new Slices(output, axis)
                : new Slices(
                        output.reshaped(Shape.of(output.shape().size(0), 1, output.rowLength())),
                        1);
    }

    /** What was no number before cannot have moved. */
    private static double distance(Slices from, int code, Slices to, int now) {
        double largest = 0;
        for (int element = 0; element < from.size(); element++) {
            double before = from.value(code, element);
            if (Double.isFinite(before)) {
                double moved = Math.abs(before - to.value(now, element));
                largest = Math.max(largest, Double.isNaN(moved) ? Double.POSITIVE_INFINITY : moved);
            }
        }
        return largest;
    }
}
