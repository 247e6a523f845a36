package dev.mltest.corpus.regression;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** The regression with an output between -1 and 1, as its targets are. */
class DjlBounded extends DjlMlp {

    DjlBounded(Wind data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new DjlBounded(new Wind());
    }

    @Override
    Block head() {
        return new Layers().add("linear", dense(1)).add("tanh", Activation.tanhBlock());
    }
}
