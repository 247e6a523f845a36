package dev.mltest.testing;

import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;

/** One run through a network: mode, noise, and the precision every result is rounded to. */
record Pass(Mode mode, Noise noise, ElementType precision) {

    boolean isTraining() {
        return mode == Mode.TRAINING;
    }

    double[][] rounded(double[][] rows) {
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = precision.round(row[i]);
            }
        }
        return rows;
    }
}
