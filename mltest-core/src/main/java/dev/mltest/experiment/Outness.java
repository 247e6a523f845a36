package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;

import java.util.List;

/** How far out each of several tensors lies, seen from the middle of all. */
final class Outness {

    private Outness() {}

    /** Adds each one's share in the squared distances of all from their mean. */
    static void add(List<ArrayTensor> values, double[] outness) {
        double[] squares = new double[values.size()];
        double sum = 0;
        for (int i = 0; i < values.get(0).length(); i++) {
            int at = i;
            double mean = values.stream()
                    .mapToDouble(value -> value.get(at))
                    .average()
                    .orElse(0);
            for (int j = 0; j < squares.length; j++) {
                squares[j] += Math.pow(values.get(j).get(i) - mean, 2);
            }
        }
        for (double square : squares) {
            sum += square;
        }
        for (int j = 0; j < squares.length && sum != 0; j++) {
            outness[j] += squares[j] / sum;
        }
    }
}
