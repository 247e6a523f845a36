package org.example;

import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.djl.Djl;
import dev.mltest.junit.SanityChecks;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

class SpiralsTest implements SanityChecks {

    private static final int CLASSES = 3;

    @Override
    public ModelUnderTest model() {
        return Djl.model("spirals", SpiralsTest::network)
                .task(Task.classification(CLASSES))
                .loss(Loss.softmaxCrossEntropyLoss())
                .optimizer(() -> Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(0.01f))
                        .build())
                .trainingData(points())
                .build();
    }

    static SequentialBlock network() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(32).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(32).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(CLASSES).build());
    }

    /** Points [N x 2] on three spirals, and which of them each is on. */
    static Batch points() {
        int count = 300;
        float[] places = new float[2 * count];
        long[] spirals = new long[count];
        for (int i = 0; i < count; i++) {
            spirals[i] = i % CLASSES;
            double radius = 0.1 + 0.9 * i / count;
            double angle = 4 * radius + 2 * Math.PI * spirals[i] / CLASSES;
            places[2 * i] = (float) (2 * radius * Math.cos(angle));
            places[2 * i + 1] = (float) (2 * radius * Math.sin(angle));
        }
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(count, 2), places),
                ArrayTensor.ofLongs(Shape.of(count), spirals));
    }
}
