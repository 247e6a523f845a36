package dev.mltest.corpus.regression;

import dev.mltest.corpus.program.Program;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;

/** The regression on few noisy readings, held back by a penalty on large weights. */
class Dl4jTiny extends Dl4jMlp {

    Dl4jTiny() {
        super(new FewReadings());
    }

    @Override
    public Program twin() {
        return new Dl4jTiny();
    }

    double penalty() {
        return 0.05;
    }

    @Override
    NeuralNetConfiguration.Builder common(long seed) {
        return super.common(seed).l2(penalty());
    }
}
