package dev.mltest.tiny;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A weight of a {@link TinyNet}, its gradient, and what Adam remembers of it. */
final class TinyWeight {

    private static final double RATE = 0.01;

    final int[] shape;
    final double[] value;
    final double[] gradient;
    boolean frozen;
    private final double[] mean;
    private final double[] square;

    TinyWeight(int... shape) {
        this.shape = shape;
        int length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        value = new double[length];
        gradient = new double[length];
        mean = new double[length];
        square = new double[length];
    }

    /** Matrices start uniform within one over the root of their inputs, vectors at zero. */
    void initialise(Random random) {
        if (shape.length == 2) {
            double bound = 1 / Math.sqrt(shape[1]);
            Arrays.setAll(value, i -> (2 * random.nextDouble() - 1) * bound);
        }
    }

    /** Takes over what decides the outputs, not what Adam remembers. */
    void become(TinyWeight other) {
        System.arraycopy(other.value, 0, value, 0, value.length);
        frozen = other.frozen;
    }

    /** One step of Adam. */
    void update(int step) {
        for (int i = 0; i < value.length; i++) {
            mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
            square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
            double unbiased = square[i] / (1 - Math.pow(0.999, step));
            value[i] -= RATE * mean[i] / (1 - Math.pow(0.9, step)) / (Math.sqrt(unbiased) + 1e-8);
        }
    }

    /** All that outlives a step; the gradient does not. */
    List<double[]> state() {
        return List.of(value, mean, square);
    }
}
