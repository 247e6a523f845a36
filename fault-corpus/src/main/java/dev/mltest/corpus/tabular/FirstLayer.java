package dev.mltest.corpus.tabular;

import dev.mltest.corpus.program.Engine;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;

import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The first hidden layer as it is now; the engines store it the other way round.
 *
 * @param weights by unit and feature
 * @param biases by unit
 */
record FirstLayer(double[][] weights, double[] biases) {

    static FirstLayer of(Program program, Run run) {
        boolean unitsInRows = program.engine() == Engine.DJL;
        Map<String, ArrayTensor> all = run.parameters();
        ArrayTensor weight = parameter(all, unitsInRows ? "hidden1/weight" : "hidden1/W");
        ArrayTensor bias = parameter(all, unitsInRows ? "hidden1/bias" : "hidden1/b");
        int units = bias.length();
        double[][] weights = new double[units][Tabular.FEATURES];
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < Tabular.FEATURES; i++) {
                weights[unit][i] =
                        weight.get(unitsInRows ? unit * Tabular.FEATURES + i : i * units + unit);
            }
        }
        return new FirstLayer(weights, bias.toDoubles());
    }

    private static ArrayTensor parameter(Map<String, ArrayTensor> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    int units() {
        return biases.length;
    }

    /** What a unit adds up to for the features of one row. */
    double sum(int unit, double... features) {
        return biases[unit]
                + IntStream.range(0, features.length)
                        .mapToDouble(i -> features[i] * weights[unit][i])
                        .sum();
    }
}
