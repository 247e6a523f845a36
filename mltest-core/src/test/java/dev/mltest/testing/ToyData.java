package dev.mltest.testing;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

/** Generated data: four standardised features, three classes, and one smooth real target. */
public final class ToyData {

    /** Number of features. */
    public static final int FEATURES = 4;

    /** Number of classes. */
    public static final int CLASSES = 3;

    private ToyData() {}

    /** Features and the index of the class; the classes are not linearly separable. */
    public static Batch classes(int examples) {
        Noise noise = new Noise(1);
        float[] features = features(examples, noise);
        long[] labels = new long[examples];
        for (int i = 0; i < examples; i++) {
            double score = features[i * FEATURES] * features[i * FEATURES + 1];
            labels[i] = score > 0.4 ? 2 : score < -0.4 ? 0 : 1;
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(examples, FEATURES), features),
                ArrayTensor.ofLongs(Shape.of(examples), labels));
    }

    /** Features and a real target [N x 1] of variance near 1. */
    public static Batch values(int examples) {
        Noise noise = new Noise(2);
        float[] features = features(examples, noise);
        float[] targets = new float[examples];
        for (int i = 0; i < examples; i++) {
            targets[i] =
                    (float) (Math.sin(2 * features[i * FEATURES]) + features[i * FEATURES + 1]);
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(examples, FEATURES), features),
                ArrayTensor.ofFloats(Shape.of(examples, 1), targets));
    }

    private static float[] features(int examples, Noise noise) {
        float[] features = new float[examples * FEATURES];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) noise.normal();
        }
        return features;
    }
}
