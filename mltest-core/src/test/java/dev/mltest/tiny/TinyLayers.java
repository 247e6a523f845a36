package dev.mltest.tiny;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** The layers there are. */
final class TinyLayers {

    private TinyLayers() {}

    /** Every output is a weighted sum of the inputs; the weight is [outputs x inputs]. */
    record Dense(String name, int inputs, int outputs) implements TinyLayer {

        @Override
        public void declare(Map<String, TinyWeight> weights) {
            weights.computeIfAbsent(name + "/weight", path -> new TinyWeight(outputs, inputs));
            weights.computeIfAbsent(name + "/bias", path -> new TinyWeight(outputs));
        }

        @Override
        public Traced forward(double[][] rows, Map<String, TinyWeight> weights) {
            if (rows[0].length != inputs) {
                throw new IllegalArgumentException("layer '%s' takes %d features, but got %d"
                        .formatted(name, inputs, rows[0].length));
            }
            TinyWeight weight = weights.get(name + "/weight");
            TinyWeight bias = weights.get(name + "/bias");
            return new Traced(
                    filled(rows.length, outputs, row -> o -> {
                        double sum = bias.value[o];
                        for (int i = 0; i < inputs; i++) {
                            sum += weight.value[o * inputs + i] * rows[row][i];
                        }
                        return sum;
                    }),
                    gradient -> back(rows, gradient, weight, bias));
        }

        private double[][] back(double[][] rows, double[][] from, TinyWeight w, TinyWeight b) {
            double[][] to = new double[rows.length][inputs];
            for (int row = 0; row < rows.length; row++) {
                for (int o = 0; o < outputs; o++) {
                    b.gradient[o] += from[row][o];
                    for (int i = 0; i < inputs; i++) {
                        w.gradient[o * inputs + i] += from[row][o] * rows[row][i];
                        to[row][i] += from[row][o] * w.value[o * inputs + i];
                    }
                }
            }
            return to;
        }
    }

    /** The hyperbolic tangent of every number. */
    record Tanh(String name) implements TinyLayer {

        @Override
        public Traced forward(double[][] rows, Map<String, TinyWeight> weights) {
            int width = rows[0].length;
            double[][] y = filled(rows.length, width, row -> i -> Math.tanh(rows[row][i]));
            return new Traced(
                    y,
                    gradient -> filled(
                            rows.length,
                            width,
                            row -> i -> gradient[row][i] * (1 - y[row][i] * y[row][i])));
        }
    }

    private static double[][] filled(
            int rows, int width, IntFunction<IntToDoubleFunction> element) {
        double[][] filled = new double[rows][width];
        for (int row = 0; row < rows; row++) {
            Arrays.setAll(filled[row], element.apply(row));
        }
        return filled;
    }
}
