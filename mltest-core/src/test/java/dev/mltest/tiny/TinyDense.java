package dev.mltest.tiny;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

/** A dense layer for single rows. Used twice in a pass, its gradients add up. */
final class TinyDense {

    final String name;
    final boolean frozen;
    final TinyWeight weight;
    final TinyWeight bias;
    private final Deque<double[]> seen = new ArrayDeque<>();

    TinyDense(String name, int inputs, int outputs, boolean frozen, Random random) {
        this.name = name;
        this.frozen = frozen;
        weight = new TinyWeight("weight", inputs, outputs);
        bias = new TinyWeight("bias", outputs);
        Arrays.setAll(weight.values, i -> random.nextGaussian() / Math.sqrt(inputs));
    }

    double[] forward(double[] row) {
        seen.push(row);
        double[] result = bias.values.clone();
        for (int i = 0; i < weight.values.length; i++) {
            result[i % result.length] += row[i / result.length] * weight.values[i];
        }
        return result;
    }

    double[] lastInput() {
        return seen.getFirst();
    }

    double[] backward(double[] gradient) {
        double[] row = seen.pop();
        double[] back = new double[row.length];
        for (int i = 0; i < weight.values.length; i++) {
            double arriving = gradient[i % gradient.length];
            weight.gradient[i] += row[i / gradient.length] * arriving;
            back[i / gradient.length] += weight.values[i] * arriving;
        }
        Arrays.setAll(bias.gradient, i -> bias.gradient[i] + gradient[i]);
        return back;
    }

    /** Forgets a pass that was never walked back. */
    void clear() {
        seen.clear();
        Arrays.fill(weight.gradient, 0);
        Arrays.fill(bias.gradient, 0);
    }
}
