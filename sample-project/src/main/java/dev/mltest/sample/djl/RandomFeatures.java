package dev.mltest.sample.djl;

import ai.djl.nn.Block;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/**
 * The language identifier, but its embedding stays as chance made it and only the head is trained:
 * what a trained embedding has to beat.
 */
public final class RandomFeatures {

    private RandomFeatures() {}

    /** The network. */
    public static Block block() {
        Block block = LanguageIdentifier.block();
        block.getChildren().get("01embedding").freezeParameters(true);
        return block;
    }

    /** Bolder than the language identifier's: features that do not adapt need large weights. */
    public static Optimizer optimizer() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.1f)).build();
    }
}
