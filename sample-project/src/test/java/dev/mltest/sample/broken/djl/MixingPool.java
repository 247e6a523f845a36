package dev.mltest.sample.broken.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.FlipInvariant;
import dev.mltest.sample.djl.Layers;
import dev.mltest.sample.djl.ShapeClassifier;

/**
 * The {@link ShapeClassifier} with a global average pool of its own, which takes the examples for
 * the channels: maps [N x 24 x 8 x 8] become features [N x 24] of the right shape, and wrong.
 */
final class MixingPool {

    private static final int CHANNELS = 24;
    private static final int PLACES = 8 * 8;

    private MixingPool() {}

    static Block block() {
        Layers features = ShapeClassifier.features(ShapeClassifier.edges());
        features.removeLastBlock();
        features.add("pool", LambdaBlock.singleton(MixingPool::pool, "pool"));
        return new FlipInvariant(ShapeClassifier.network(features));
    }

    /** Right would be: {@code maps.reshape(-1, CHANNELS, PLACES).mean(new int[] {2})}. */
    private static NDArray pool(NDArray maps) {
        return maps.reshape(CHANNELS, -1, PLACES).mean(new int[] {2}).transpose();
    }

    static ModelUnderTest model() {
        return Models.shapeClassifier("mixing-pool", MixingPool::block).build();
    }
}
