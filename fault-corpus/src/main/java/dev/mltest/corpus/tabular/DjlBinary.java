package dev.mltest.corpus.tabular;

import ai.djl.training.loss.Loss;

import dev.mltest.corpus.program.Program;

/** M1 for two classes in DJL: one logit, sigmoid in the loss. */
class DjlBinary extends DjlMlp {

    DjlBinary() {
        this(new Binary());
    }

    DjlBinary(Binary data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new DjlBinary();
    }

    @Override
    public Loss loss() {
        return Loss.sigmoidBinaryCrossEntropyLoss();
    }
}
