package dev.mltest.testing;

/**
 * Adds up the features of each row, one by one in the model's precision, the first half of them on
 * top of a large number: the sum does not depend on their order, its round-off does.
 *
 * @param name of the layer
 * @param large the number
 */
public record OffsetSum(String name, double large) implements Layer {

    @Override
    public double[][] forward(double[][] rows, Pass pass) {
        double[][] sums = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            sums[row] = new double[] {large};
        }
        for (int i = 0; i < rows[0].length; i++) {
            for (int row = 0; row < rows.length; row++) {
                sums[row][0] += rows[row][i] - (i == rows[0].length / 2 ? large : 0);
            }
            sums = pass.rounded(sums);
        }
        return sums;
    }

    @Override
    public double[][] backward(double[][] gradient) {
        return gradient;
    }
}
