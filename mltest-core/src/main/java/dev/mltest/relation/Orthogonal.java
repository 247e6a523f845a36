package dev.mltest.relation;

import java.util.random.RandomGenerator;

/** Small orthogonal matrices. */
final class Orthogonal {

    private Orthogonal() {}

    /** Rows that are orthonormal, made from independent normal numbers by Gram and Schmidt. */
    static double[][] basis(int size, RandomGenerator random) {
        double[][] rows = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int i = 0; i < size; i++) {
                rows[row][i] = random.nextGaussian();
            }
            // twice is enough: Giraud, Langou and Rozloznik 2005
            withoutEarlier(rows, row);
            withoutEarlier(rows, row);
        }
        return rows;
    }

    private static void withoutEarlier(double[][] rows, int row) {
        for (int earlier = 0; earlier < row; earlier++) {
            add(rows[row], rows[earlier], -dot(rows[row], rows[earlier]));
        }
        double length = Math.sqrt(dot(rows[row], rows[row]));
        add(rows[row], rows[row], 1 / length - 1);
    }

    private static void add(double[] to, double[] vector, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** By elimination without pivots, which suits matrices of normal numbers. */
    static double determinant(double[][] matrix) {
        double[][] rows = new double[matrix.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = matrix[i].clone();
        }
        double determinant = 1;
        for (int pivot = 0; pivot < rows.length; pivot++) {
            determinant *= rows[pivot][pivot];
            for (int row = pivot + 1; row < rows.length; row++) {
                add(rows[row], rows[pivot], -rows[row][pivot] / rows[pivot][pivot]);
            }
        }
        return determinant;
    }
}
