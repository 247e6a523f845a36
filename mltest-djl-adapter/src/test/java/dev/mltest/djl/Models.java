package dev.mltest.djl;

import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Predictor;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

import java.util.function.Supplier;

/** Models under test, made. */
final class Models {

    static final long SEED = 42;

    private Models() {}

    static DjlModelBuilder builder(Supplier<Block> block, Batch data) {
        return Djl.model("tiny", block)
                .task(Task.custom("any"))
                .trainingData(data)
                .loss(Loss.softmaxCrossEntropyLoss());
    }

    static Trainable trainable(Supplier<Block> block, Batch data) {
        return (Trainable) create(builder(block, data).optimizer(Models::adam));
    }

    static Predictor create(DjlModelBuilder builder) {
        return builder.build().factory().create(SEED, Device.cpu());
    }

    static Optimizer sgd() {
        return Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.1f)).build();
    }

    static Optimizer momentum() {
        return Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed(0.1f))
                .optMomentum(0.9f)
                .build();
    }

    static Optimizer adam() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.01f)).build();
    }

    static Optimizer adamW() {
        return Optimizer.adamW().optLearningRateTracker(Tracker.fixed(0.01f)).build();
    }
}
