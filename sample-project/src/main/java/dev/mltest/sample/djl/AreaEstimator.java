package dev.mltest.sample.djl;

import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.sample.Shapes;

/** Tells how large the shape in an image is, as {@link Shapes#areas()} has it. */
public final class AreaEstimator {

    private AreaEstimator() {}

    /** The network: images in, one number out. */
    public static Block block() {
        return ShapeClassifier.features(ShapeClassifier.edges())
                .add("head", ShapeClassifier.head(1));
    }

    /** What training makes small. */
    public static Loss loss() {
        return new MeanSquaredError();
    }

    /** How training makes it small. */
    public static Optimizer optimizer() {
        return ShapeClassifier.optimizer();
    }
}
