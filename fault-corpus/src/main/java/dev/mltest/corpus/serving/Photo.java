package dev.mltest.corpus.serving;

import java.util.Random;

/**
 * A raw record: a small photograph of one fruit.
 *
 * @param rgb three bytes for each of its pixels, from 0 to 255
 */
record Photo(byte[] rgb) {

    static final int BYTES = 3 * 9;

    /** Nine noisy pixels of one colour, more or less bright. */
    static Photo of(int[] colour, Random random) {
        double light = 0.8 + 0.4 * random.nextDouble();
        byte[] rgb = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            double value = light * colour[i % 3] + 20 * random.nextGaussian();
            rgb[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
        return new Photo(rgb);
    }
}
