package dev.mltest.corpus.record;

import dev.mltest.model.ArrayTensor;

import java.util.Arrays;

/**
 * How alike two sets of outputs for the same examples are, whatever their scale and rotation:
 * linear centred kernel alignment, debiased (Kornblith et al. 2019). 1 if they agree, near 0 if
 * they have nothing in common; NaN if either is the same for all examples.
 */
final class Similarity {

    private static final int FEWEST = 4;
    private static final double ROUNDING = 1e-9;

    private Similarity() {}

    static double of(ArrayTensor one, ArrayTensor other) {
        int examples = one.length() / Math.max(1, one.rowLength());
        if (examples < FEWEST || one.length() != other.length()) {
            return Double.NaN;
        }
        double[][] left = products(one, examples);
        double[][] right = products(other, examples);
        return isConstant(left) || isConstant(right)
                ? Double.NaN
                : independence(left, right)
                        / Math.sqrt(independence(left, left) * independence(right, right));
    }

    private static boolean isConstant(double[][] products) {
        return !(independence(products, products) > ROUNDING * squares(products));
    }

    private static double squares(double[][] products) {
        return Arrays.stream(products)
                .flatMapToDouble(Arrays::stream)
                .map(product -> product * product)
                .sum();
    }

    /** Inner products of the examples' outputs, 0 on the diagonal. */
    private static double[][] products(ArrayTensor outputs, int examples) {
        double[] values = outputs.toDoubles();
        int width = values.length / examples;
        double[][] products = new double[examples][examples];
        for (int i = 0; i < examples; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < width; k++) {
                    sum += values[i * width + k] * values[j * width + k];
                }
                products[i][j] = sum;
                products[j][i] = sum;
            }
        }
        return products;
    }

    /** The unbiased Hilbert-Schmidt independence criterion, but for a common factor. */
    private static double independence(double[][] left, double[][] right) {
        int n = left.length;
        double trace = 0;
        double leftTotal = 0;
        double rightTotal = 0;
        double joint = 0;
        for (int i = 0; i < n; i++) {
            double leftSum = 0;
            double rightSum = 0;
            for (int j = 0; j < n; j++) {
                trace += left[i][j] * right[i][j];
                leftSum += left[i][j];
                rightSum += right[i][j];
            }
            leftTotal += leftSum;
            rightTotal += rightSum;
            joint += leftSum * rightSum;
        }
        return trace + leftTotal * rightTotal / ((n - 1.0) * (n - 2)) - 2 / (n - 2.0) * joint;
    }
}
