package dev.mltest.sample.broken.djl;

import static dev.mltest.sample.djl.ShapeClassifier.convolution;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.Branches;
import dev.mltest.sample.djl.FlipInvariant;
import dev.mltest.sample.djl.Layers;
import dev.mltest.sample.djl.ShapeClassifier;

import java.util.function.Supplier;

/** The {@link ShapeClassifier}, but no gradient flows back into its coarse edges. */
public final class DetachedBranch implements Supplier<ModelUnderTest> {

    static Block block() {
        Block coarse = new Layers()
                .add("convolution", convolution(4, 5))
                .add("detach", LambdaBlock.singleton(NDArray::stopGradient, "detach"));
        Block edges = new Branches().add("fine", convolution(4, 3)).add("coarse", coarse);
        return new FlipInvariant(ShapeClassifier.network(ShapeClassifier.features(edges)));
    }

    @Override
    public ModelUnderTest get() {
        return Models.shapeClassifier("detached-branch", DetachedBranch::block).build();
    }
}
