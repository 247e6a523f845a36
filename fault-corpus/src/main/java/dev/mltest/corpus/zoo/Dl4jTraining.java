package dev.mltest.corpus.zoo;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** Plain Deeplearning4j training code. */
record Dl4jTraining(NeuralNetwork network, DataSet batch) implements BareTraining {

    @Override
    public void step() {
        network.fit(batch);
    }

    @Override
    public void close() {}
}
