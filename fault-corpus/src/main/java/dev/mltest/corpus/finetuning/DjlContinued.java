package dev.mltest.corpus.finetuning;

import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.program.Program;

/** A trained model that goes on learning with a tiny rate, in DJL. */
final class DjlContinued extends DjlPretrained {

    DjlContinued() {
        super(new Source(96, 2));
    }

    @Override
    public Program twin() {
        return new DjlContinued();
    }

    @Override
    public double learningRate() {
        return 1e-6;
    }

    @Override
    public Block block() {
        return DjlBackbone.pretrained();
    }

    @Override
    public Optimizer optimizer() {
        return Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed((float) learningRate()))
                .build();
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }
}
