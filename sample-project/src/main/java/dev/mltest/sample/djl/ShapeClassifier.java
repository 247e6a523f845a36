package dev.mltest.sample.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.sample.ShapeKind;

/** Tells which {@link ShapeKind} an image shows. Which side is left makes no difference to it. */
public final class ShapeClassifier {

    private ShapeClassifier() {}

    /** The model: images in, one logit for each kind out. */
    public static Block block() {
        return new FlipInvariant(network(features(edges())));
    }

    /** A classifier by these features. */
    public static Block network(Layers features) {
        return features.add("dropout", Dropout.builder().optRate(0.1f).build())
                .add("head", head(ShapeKind.values().length));
    }

    /** Edges of two widths. */
    public static Block edges() {
        return new Branches().add("fine", convolution(4, 3)).add("coarse", convolution(4, 5));
    }

    /** What is seen in an image, starting from its edges: 24 numbers. */
    public static Layers features(Block edges) {
        return new Layers()
                .add("edges", edges)
                .add("norm1", BatchNorm.builder().build())
                .add("relu1", Activation.reluBlock())
                .add("halve", Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add("parts", convolution(24, 3))
                .add("norm2", BatchNorm.builder().build())
                .add("relu2", Activation.reluBlock())
                .add("pool", Pool.globalAvgPool2dBlock());
    }

    /** A convolution that keeps height and width; the normalisation after it has the bias. */
    public static Block convolution(int filters, int size) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(size, size))
                .optPadding(new Shape(size / 2, size / 2))
                .optBias(false)
                .build();
    }

    /** The last layer. Its weights start small, so that the first answers are all about alike. */
    public static Block head(int outputs) {
        Block head = Linear.builder().setUnits(outputs).build();
        head.setInitializer(new NormalInitializer(0.1f), Parameter.Type.WEIGHT);
        return head;
    }

    /** What training makes small. */
    public static Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }

    /** How training makes it small. */
    public static Optimizer optimizer() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.004f)).build();
    }
}
