package dev.mltest.corpus.serving;

import java.util.List;

/**
 * Maps values to mean 0 and deviation 1 of the photographs that it was fitted to.
 *
 * @param mean of all values
 * @param deviation of all values
 */
record Normaliser(float mean, float deviation) {

    static Normaliser fit(List<float[]> photos) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (float[] photo : photos) {
            for (float value : photo) {
                sum += value;
                squares += value * value;
                count++;
            }
        }
        double mean = sum / count;
        return new Normaliser((float) mean, (float) Math.sqrt(squares / count - mean * mean));
    }

    float[] apply(float[] values) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (values[i] - mean) / deviation;
        }
        return scaled;
    }
}
