package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Tensor;

/**
 * How far rows of a tensor moved.
 *
 * @param row the row that moved most; -1 if none did
 * @param moved largest absolute change of one of its elements; NaN if the tensors cannot be
 *     compared
 */
record RowMovement(int row, double moved) {

    static RowMovement of(Tensor before, Tensor after, int[] rows) {
        ArrayTensor from = before.toArray();
        ArrayTensor to = after.toArray();
        if (!from.shape().equals(to.shape())) {
            return new RowMovement(-1, Double.NaN);
        }
        RowMovement worst = new RowMovement(-1, 0);
        for (int row : rows) {
            if (row < from.shape().size(0)) {
                worst = worst.worse(new RowMovement(row, moved(from, to, row)));
            }
        }
        return worst;
    }

    RowMovement worse(RowMovement other) {
        return other.moved > moved || Double.isNaN(other.moved) ? other : this;
    }

    private static double moved(ArrayTensor from, ArrayTensor to, int row) {
        double largest = 0;
        int length = from.rowLength();
        for (int i = row * length; i < (row + 1) * length; i++) {
            double distance = Math.abs(from.get(i) - to.get(i));
            largest =
                    Math.max(largest, Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance);
        }
        return largest;
    }
}
