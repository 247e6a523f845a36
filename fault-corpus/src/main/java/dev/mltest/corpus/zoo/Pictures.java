package dev.mltest.corpus.zoo;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import java.util.Random;

/**
 * Noisy pictures of ten kinds, standardised: each kind is a grating of its own direction and width.
 */
final class Pictures {

    static final int KINDS = 10;
    static final int COUNT = 160;

    private static final double NOISE = 0.7;

    private Pictures() {}

    /** Kinds in turn, so that every kind is as frequent as any other. */
    static int kind(int picture) {
        return picture % KINDS;
    }

    /** Pictures of shape [N x channels x size x size]. */
    static ArrayTensor pixels(int channels, int size) {
        Random random = new Random(1);
        double[] values = new double[COUNT * channels * size * size];
        for (int i = 0; i < values.length; i++) {
            int column = i % size;
            int row = i / size % size;
            int kind = kind(i / (channels * size * size));
            values[i] = grating(kind, row, column, size) + NOISE * random.nextGaussian();
        }
        return ArrayTensor.of(ElementType.FLOAT32, Shape.of(COUNT, channels, size, size), values);
    }

    private static double grating(int kind, int row, int column, int size) {
        double angle = Math.PI * kind / KINDS;
        double along = Math.cos(angle) * column + Math.sin(angle) * row;
        return Math.sqrt(2) * Math.sin(2 * Math.PI * (2 + kind % 3) * along / size);
    }
}
