package dev.mltest.corpus.images;

import java.util.Random;

/**
 * A picture as a file holds it: one unsigned byte for each row, column and channel, in this order.
 *
 * @param pixels the bytes
 * @param figure what it shows
 */
record Picture(byte[] pixels, Figure figure) {

    static final int SIZE = 12;
    private static final int NOISE = 12;

    /** A figure of a random bright colour, anywhere on a darker ground of another colour. */
    static Picture draw(int channels, Random random) {
        Figure figure = Figure.values()[random.nextInt(Figure.values().length)];
        int top = random.nextInt(SIZE - Figure.SIZE + 1);
        int left = random.nextInt(SIZE - Figure.SIZE + 1);
        int[] ground = random.ints(channels, 20, 90).toArray();
        int[] ink = random.ints(channels, 150, 256).toArray();
        byte[] pixels = new byte[SIZE * SIZE * channels];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / channels / SIZE - top;
            int column = i / channels % SIZE - left;
            int[] colour = painted(figure, row, column) ? ink : ground;
            pixels[i] = clipped(colour[i % channels] + NOISE * random.nextGaussian());
        }
        return new Picture(pixels, figure);
    }

    private static boolean painted(Figure figure, int row, int column) {
        return row >= 0
                && row < Figure.SIZE
                && column >= 0
                && column < Figure.SIZE
                && figure.covers(row, column);
    }

    private static byte clipped(double brightness) {
        return (byte) Math.max(0, Math.min(255, Math.round(brightness)));
    }
}
