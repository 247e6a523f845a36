package dev.mltest.corpus.bags;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Dense layers on counts of words, in DL4J. */
final class Dl4jCounts extends Dl4jProgram {

    private static final int UNITS = 16;

    Dl4jCounts() {
        super(new Counts());
    }

    @Override
    public Program twin() {
        return new Dl4jCounts();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    protected Task task() {
        return Task.classification(Documents.CLASSES).fromProbabilities();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(learningRate()))
                .list()
                .layer(new DenseLayer.Builder()
                        .name("hidden")
                        .nIn(new Counts().vocabulary())
                        .nOut(UNITS)
                        .activation(Activation.RELU)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .name("head")
                        .nIn(UNITS)
                        .nOut(Documents.CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    }
}
