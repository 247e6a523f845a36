package dev.mltest.corpus.regression;

import dev.mltest.corpus.program.Program;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;

/** The regression with an output between -1 and 1, as its targets are. */
class Dl4jBounded extends Dl4jMlp {

    Dl4jBounded(Wind data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new Dl4jBounded(new Wind());
    }

    @Override
    OutputLayer.Builder head() {
        return super.head().activation(Activation.TANH);
    }
}
