package dev.mltest.sample.broken.djl;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.LanguageIdentifier;

/** The {@link LanguageIdentifier} with a minus before its learning rate. */
final class ClimbingOptimizer {

    private ClimbingOptimizer() {}

    static Optimizer optimizer() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(-0.01f)).build();
    }

    static ModelUnderTest model() {
        return Models.languageIdentifier("climbing-optimizer", LanguageIdentifier::block)
                .optimizer(ClimbingOptimizer::optimizer)
                .build();
    }
}
