package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Tensor;

/**
 * Tells whether outputs are the softmax of given rows. Rows that are all alike tell nothing, so
 * that the outputs have to be further from uniform than they may be from that softmax.
 */
final class SecondSoftmax {

    private static final double ALIKE = 3e-6;
    private static final double UNLIKE = 3e-5;

    private SecondSoftmax() {}

    static boolean isBetween(Tensor rows, Tensor outputs) {
        ArrayTensor from = rows.toArray();
        ArrayTensor to = outputs.toArray();
        if (!from.shape().equals(to.shape())) {
            return false;
        }
        int width = (int) to.shape().size(-1);
        double fromUniform = 0;
        double fromSoftmax = 0;
        for (int start = 0; start < to.length(); start += width) {
            double total = sumOfExponentials(from, start, width);
            for (int i = start; i < start + width; i++) {
                double output = to.get(i) * width;
                fromUniform = Math.max(fromUniform, Math.abs(output - 1));
                double softmax = Math.exp(from.get(i)) / total * width;
                fromSoftmax = Math.max(fromSoftmax, Math.abs(output - softmax));
            }
        }
        return fromUniform >= UNLIKE && fromSoftmax <= ALIKE;
    }

    private static double sumOfExponentials(ArrayTensor values, int start, int width) {
        double sum = 0;
        for (int i = start; i < start + width; i++) {
            sum += Math.exp(values.get(i));
        }
        return sum;
    }
}
