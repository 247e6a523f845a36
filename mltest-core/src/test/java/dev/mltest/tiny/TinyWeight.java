package dev.mltest.tiny;

import java.util.Arrays;

/** Numbers that Adam (Kingma and Ba 2015) moves, with its two moments. */
final class TinyWeight {

    private static final double RATE = 0.01;

    final String name;
    final long[] shape;
    final double[] values;
    final double[] gradient;
    final double[] moments;

    TinyWeight(String name, int... shape) {
        this.name = name;
        this.shape = Arrays.stream(shape).asLongStream().toArray();
        int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        values = new double[length];
        gradient = new double[length];
        moments = new double[2 * length];
    }

    void step(int count) {
        for (int i = 0; i < values.length; i++) {
            int second = values.length + i;
            moments[i] = 0.9 * moments[i] + 0.1 * gradient[i];
            moments[second] = 0.999 * moments[second] + 0.001 * gradient[i] * gradient[i];
            double mean = moments[i] / (1 - Math.pow(0.9, count));
            double square = moments[second] / (1 - Math.pow(0.999, count));
            values[i] -= RATE * mean / (Math.sqrt(square) + 1e-8);
        }
    }
}
