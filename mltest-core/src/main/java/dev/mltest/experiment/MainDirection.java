package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;

/**
 * How much of the variance between rows lies beside their main direction: 1 less the share of the
 * largest eigenvalue of their Gram matrix, found by power iteration.
 */
final class MainDirection {

    private static final int ITERATIONS = 200;

    private MainDirection() {}

    /** NaN if there is no variance, or the tensor has no row for each example. */
    static double beside(ArrayTensor value, int examples) {
        boolean hasRows = value.shape().rank() > 1 && value.shape().size(0) == examples;
        return hasRows ? beside(centred(value, examples)) : Double.NaN;
    }

    private static double[][] centred(ArrayTensor value, int examples) {
        int width = value.rowLength();
        double[][] rows = new double[examples][width];
        for (int column = 0; column < width; column++) {
            double mean = 0;
            for (int row = 0; row < examples; row++) {
                mean += value.get(row * width + column) / examples;
            }
            for (int row = 0; row < examples; row++) {
                rows[row][column] = value.get(row * width + column) - mean;
            }
        }
        return rows;
    }

    private static double beside(double[][] rows) {
        double[][] gram = gram(rows);
        double trace = 0;
        double[] direction = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            trace += gram[i][i];
            direction[i] = gram[i][i] + 1e-3 * gram[0][i];
        }
        double largest = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            direction = times(gram, direction);
            largest = norm(direction);
            for (int j = 0; j < direction.length; j++) {
                direction[j] /= largest;
            }
        }
        return trace > 0 ? Math.max(0, 1 - largest / trace) : Double.NaN;
    }

    private static double[][] gram(double[][] rows) {
        double[][] gram = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                gram[i][j] = dot(rows[i], rows[j]);
            }
        }
        return gram;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
