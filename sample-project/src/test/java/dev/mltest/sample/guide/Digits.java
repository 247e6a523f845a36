package dev.mltest.sample.guide;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

import java.util.Random;

/** Images of noise, each class brighter at a place of its own, and a network for them. */
final class Digits {

    static final int PIXELS = 64;
    static final int CLASSES = 10;

    private static final int COUNT = 256;
    private static final Batch TRAIN = drawn();

    private Digits() {}

    static Block block() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(32).build())
                .add(Activation::relu)
                .add(Dropout.builder().optRate(0.1f).build())
                .add(Linear.builder().setUnits(CLASSES).build());
    }

    static Batch train() {
        return TRAIN;
    }

    private static Batch drawn() {
        Random random = new Random(1);
        float[] pixels = new float[COUNT * PIXELS];
        long[] labels = new long[COUNT];
        for (int i = 0; i < pixels.length; i++) {
            labels[i / PIXELS] = i / PIXELS % CLASSES;
            boolean isBright = i % PIXELS / 6 == labels[i / PIXELS];
            pixels[i] = (float) random.nextGaussian() + (isBright ? 1 : 0);
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(COUNT, PIXELS), pixels),
                ArrayTensor.ofLongs(Shape.of(COUNT), labels));
    }
}
