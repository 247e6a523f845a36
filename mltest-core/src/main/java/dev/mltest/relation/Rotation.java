package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation.Drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * An orthogonal map of the coordinates along the last axis.
 *
 * @param description what it does
 * @param matrix its matrix for a number of coordinates, row by row
 */
record Rotation(String description, IntFunction<double[][]> matrix) {

    private static final int[][] PLANES = {{0, 1}, {0, 2}, {1, 2}};

    /**
     * Uniform among all rotations, or rotations with reflections: the Gram-Schmidt basis of normal
     * vectors (Stewart 1980), its last vector turned so that the determinant has the wanted sign.
     */
    static Rotation drawn(String description, long seed, boolean reflecting) {
        return new Rotation(description, size -> {
            double[][] basis = Orthogonal.basis(size, new SplittableRandom(seed));
            double sign = (reflecting ? -1 : 1) * Math.signum(Orthogonal.determinant(basis));
            for (int i = 0; i < size; i++) {
                basis[size - 1][i] *= sign;
            }
            return basis;
        });
    }

    /** Quarter turns in the planes of two axes; without effect where there are fewer axes. */
    static List<Drawn> quarterTurns() {
        List<Drawn> turns = new ArrayList<>();
        for (int[] plane : PLANES) {
            turns.add(new Rotation(
                            "quarter turn from axis %d to axis %d".formatted(plane[0], plane[1]),
                            size -> quarterTurn(size, plane[0], plane[1]))
                    .drawn());
        }
        return turns;
    }

    /** The reflection that turns the first coordinate round. */
    static Drawn mirrored() {
        return new Rotation("reflection of axis 0", size -> {
                    double[][] matrix = Orthogonal.identity(size);
                    matrix[0][0] = -1;
                    return matrix;
                })
                .drawn();
    }

    Drawn drawn() {
        return Changes.ofValues(description, this::of);
    }

    private ArrayTensor of(ArrayTensor tensor) {
        Shape shape = tensor.shape();
        int size = shape.rank() < 2 ? 0 : (int) shape.size(-1);
        if (size < 2) {
            throw new ConfigurationException(
                    "a rotation needs points with 2 or more coordinates along the last axis, but got %s; write rotation() for inputs [N x points x 3], for example"
                            .formatted(shape));
        }
        return ArrayTensor.of(
                tensor.elementType(), shape, turned(tensor.toDoubles(), matrix.apply(size)));
    }

    private static double[] turned(double[] values, double[][] matrix) {
        double[] turned = new double[values.length];
        int size = matrix.length;
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < size; k++) {
                turned[i] += matrix[i % size][k] * values[i / size * size + k];
            }
        }
        return turned;
    }

    private static double[][] quarterTurn(int size, int from, int to) {
        double[][] matrix = Orthogonal.identity(size);
        if (to < size) {
            matrix[from][from] = 0;
            matrix[to][to] = 0;
            matrix[from][to] = -1;
            matrix[to][from] = 1;
        }
        return matrix;
    }
}
