package dev.mltest.corpus.bags;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** Dense layers on counts of words, in DJL. */
final class DjlCounts extends DjlProgram {

    DjlCounts() {
        super(new Counts());
    }

    @Override
    public Program twin() {
        return new DjlCounts();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    public Block block() {
        return new Layers()
                .add("hidden", Linear.builder().setUnits(16).build())
                .add("act", Activation.reluBlock())
                .add("head", Linear.builder().setUnits(Documents.CLASSES).build());
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }
}
