package dev.mltest.corpus.regression;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** M3 in DJL: two hidden layers and a linear output. */
class DjlMlp extends DjlProgram {

    DjlMlp() {
        this(new Wind());
    }

    DjlMlp(Wind data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new DjlMlp();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    public Block block() {
        return new Layers()
                .add("hidden1", dense(20))
                .add("act1", Activation.reluBlock())
                .add("hidden2", dense(20))
                .add("act2", Activation.reluBlock())
                .add("head", head());
    }

    Block head() {
        return dense(1);
    }

    Block dense(int units) {
        return Linear.builder().setUnits(units).optBias(hasBias()).build();
    }

    boolean hasBias() {
        return true;
    }

    @Override
    public Loss loss() {
        return Loss.l2Loss();
    }
}
