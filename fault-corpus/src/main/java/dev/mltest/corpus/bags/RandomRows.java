package dev.mltest.corpus.bags;

import java.util.Random;

/** A table of random numbers. */
final class RandomRows {

    private RandomRows() {}

    static float[] of(int rows, int width, Random random) {
        float[] table = new float[rows * width];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) random.nextGaussian();
        }
        return table;
    }
}
