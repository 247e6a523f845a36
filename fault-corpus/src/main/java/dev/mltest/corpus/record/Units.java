package dev.mltest.corpus.record;

import dev.mltest.corpus.program.Engine;
import dev.mltest.model.ArrayTensor;

import java.util.Arrays;

/** The values of each unit of a layer: a neuron's over the examples, a filter's over all places. */
final class Units {

    private Units() {}

    /** One array for each position on an axis. */
    static double[][] of(ArrayTensor output, int axis) {
        long[] sizes = output.shape().sizes();
        int units = (int) sizes[axis];
        int inner = (int) Arrays.stream(sizes).skip(axis + 1L).reduce(1, Math::multiplyExact);
        double[][] values = new double[units][units == 0 ? 0 : output.length() / units];
        int[] filled = new int[units];
        for (int i = 0; i < output.length(); i++) {
            int unit = i / inner % units;
            values[unit][filled[unit]++] = output.get(i);
        }
        return values;
    }

    /** Where an engine puts the units: last in DJL's sequences, else right behind the examples. */
    static double[][] of(ArrayTensor output, Engine engine) {
        int rank = output.shape().rank();
        if (rank < 2) {
            return new double[][] {output.toDoubles()};
        }
        return of(output, rank == 3 && engine == Engine.DJL ? 2 : 1);
    }
}
