package dev.mltest.sample.broken;

import static dev.mltest.sample.ShapeClassifier.convolution;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.Branches;
import dev.mltest.sample.FlipInvariant;
import dev.mltest.sample.Layers;
import dev.mltest.sample.ShapeClassifier;

/** The {@link ShapeClassifier}, but no gradient flows back into its coarse edges. */
final class DetachedBranch {

    private DetachedBranch() {}

    static Block block() {
        Block coarse = new Layers()
                .add("convolution", convolution(4, 5))
                .add("detach", LambdaBlock.singleton(NDArray::stopGradient, "detach"));
        Block edges = new Branches().add("fine", convolution(4, 3)).add("coarse", coarse);
        return new FlipInvariant(ShapeClassifier.network(ShapeClassifier.features(edges)));
    }

    static ModelUnderTest model() {
        return Models.shapeClassifier("detached-branch", DetachedBranch::block).build();
    }
}
