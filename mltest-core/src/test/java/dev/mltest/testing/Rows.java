package dev.mltest.testing;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic on rows. */
final class Rows {

    private Rows() {}

    static double[] softmax(double[] row) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : row) {
            max = Math.max(max, value);
        }
        double sum = 0;
        double[] result = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            result[i] = Math.exp(row[i] - max);
            sum += result[i];
        }
        for (int i = 0; i < row.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    static double[][] map(double[][] rows, DoubleUnaryOperator function) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(function).toArray())
                .toArray(double[][]::new);
    }

    static double[][] product(double[][] left, double[][] right) {
        double[][] result = new double[left.length][left[0].length];
        for (int r = 0; r < left.length; r++) {
            for (int i = 0; i < left[r].length; i++) {
                result[r][i] = left[r][i] * right[r][i];
            }
        }
        return result;
    }

    static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    static double[][] minus(double[][] rows, double[] shift) {
        double[][] result = new double[rows.length][rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < shift.length; i++) {
                result[r][i] = rows[r][i] - shift[i];
            }
        }
        return result;
    }
}
