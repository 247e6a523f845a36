package dev.mltest.corpus.tabular;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** M1 in DJL: two hidden layers, logits, softmax in the loss. */
class DjlMlp extends DjlProgram {

    DjlMlp() {
        this(new Tabular());
    }

    DjlMlp(Tabular data) {
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
                .add("hidden1", dense(24))
                .add("act1", activation())
                .add("hidden2", dense(24))
                .add("act2", activation())
                .add("head", head());
    }

    Block activation() {
        return Activation.reluBlock();
    }

    Block head() {
        return dense(Tabular.CLASSES);
    }

    static Block dense(int units) {
        return Linear.builder().setUnits(units).build();
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }
}
