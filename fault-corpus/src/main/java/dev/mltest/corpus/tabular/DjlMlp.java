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

    private final Tabular data;

    DjlMlp() {
        this(new Tabular());
    }

    DjlMlp(Tabular data) {
        super(data);
        this.data = data;
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
    public Layers block() {
        return new Layers()
                .add("hidden1", hidden(24))
                .add("act1", activation())
                .add("hidden2", hidden(secondWidth()))
                .add("act2", activation())
                .add("head", head());
    }

    Block hidden(int units) {
        return dense(units);
    }

    int secondWidth() {
        return 24;
    }

    Block activation() {
        return Activation.reluBlock();
    }

    Block head() {
        return dense(data.classes());
    }

    static Block dense(int units) {
        return Linear.builder().setUnits(units).build();
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }
}
