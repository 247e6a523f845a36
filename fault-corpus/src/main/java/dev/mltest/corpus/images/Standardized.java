package dev.mltest.corpus.images;

import java.util.stream.IntStream;

/** Inputs of mean 0 and variance 1 over the training pictures. */
final class Standardized extends Images {

    private final double mean;
    private final double deviation;

    Standardized() {
        double[] bytes = trainingPictures().stream()
                .map(Picture::pixels)
                .flatMapToInt(
                        pixels -> IntStream.range(0, pixels.length).map(i -> pixels[i] & 0xFF))
                .asDoubleStream()
                .toArray();
        mean = Pixels.mean(bytes);
        deviation = Pixels.deviation(bytes);
    }

    @Override
    float scaled(byte pixel) {
        return (float) (((pixel & 0xFF) - mean) / deviation);
    }
}
