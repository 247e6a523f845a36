package dev.mltest.sample.broken.djl;

import dev.mltest.model.ModelUnderTest;

import java.util.List;

/** Every healthy model's broken twins. */
public final class BrokenTwins {

    private BrokenTwins() {}

    /** One for each mistake. */
    public static List<ModelUnderTest> all() {
        return List.of(
                BroadcastLoss.model(),
                ClimbingOptimizer.model(),
                new DetachedBranch().get(),
                MixingPool.model(),
                NoMirror.model(),
                OverflowingLoss.model(),
                SoftmaxTwice.model(),
                WrongLayerFrozen.model());
    }
}
