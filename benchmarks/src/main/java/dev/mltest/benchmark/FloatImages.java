package dev.mltest.benchmark;

/** Layers for square images [channels x size x size], in single precision. */
final class FloatImages {

    private FloatImages() {}

    /**
     * A convolution with kernels [outputs x channels x 3 x 3] around each pixel.
     *
     * @param circular whether the image goes on at the opposite edge, and not with zeros
     */
    static float[] convolve(
            float[] image, int channels, int size, float[] kernels, boolean circular, int stride) {
        int outputs = kernels.length / (9 * channels);
        int places = (size + stride - 1) / stride;
        float[] result = new float[outputs * places * places];
        for (int i = 0; i < result.length; i++) {
            int column = i % places * stride;
            int row = i / places % places * stride;
            int output = i / (places * places);
            for (int channel = 0; channel < channels; channel++) {
                result[i] += at(
                        image,
                        channel,
                        row,
                        column,
                        size,
                        kernels,
                        (output * channels + channel) * 9,
                        circular);
            }
        }
        return result;
    }

    private static float at(
            float[] image,
            int channel,
            int row,
            int column,
            int size,
            float[] kernels,
            int from,
            boolean circular) {
        float sum = 0;
        for (int i = 0; i < 9; i++) {
            int y = row + i / 3 - 1;
            int x = column + i % 3 - 1;
            boolean inside = x >= 0 && y >= 0 && x < size && y < size;
            if (inside || circular) {
                int pixel = Math.floorMod(y, size) * size + Math.floorMod(x, size);
                sum += kernels[from + i] * image[channel * size * size + pixel];
            }
        }
        return sum;
    }

    /**
     * Kernels that look the same after each turn and flip: corners, edges and centre are shared.
     */
    static float[] symmetric(float[] kernels) {
        float[] symmetric = kernels.clone();
        for (int i = 0; i < symmetric.length; i++) {
            int place = i % 9;
            int model = place == 4 ? 4 : place % 2;
            symmetric[i] = kernels[i - place + model];
        }
        return symmetric;
    }

    /** The mean of each channel. */
    static float[] means(float[] image, int channels) {
        int pixels = image.length / channels;
        float[] means = new float[channels];
        for (int i = 0; i < image.length; i++) {
            means[i / pixels] += image[i];
        }
        return FloatLayers.scaled(means, 1f / pixels);
    }

    /** One channel, left and right exchanged. */
    static float[] flipped(float[] image, int size) {
        float[] flipped = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            flipped[i] = image[i / size * size + size - 1 - i % size];
        }
        return flipped;
    }

    /**
     * A blur along rows, with zeros beyond the edges.
     *
     * @param taps its weights, the first for the pixel to the left
     */
    static float[] blurred(float[] image, int size, float... taps) {
        float[] blurred = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            for (int tap = 0; tap < taps.length; tap++) {
                int x = i % size + tap - 1;
                blurred[i] += x >= 0 && x < size ? taps[tap] * image[i + tap - 1] : 0;
            }
        }
        return blurred;
    }
}
