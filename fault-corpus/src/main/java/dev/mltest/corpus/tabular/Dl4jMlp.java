package dev.mltest.corpus.tabular;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M1 in DL4J: two hidden layers, softmax in the output layer. */
class Dl4jMlp extends Dl4jProgram {

    private final Tabular data;

    Dl4jMlp() {
        this(new Tabular());
    }

    Dl4jMlp(Tabular data) {
        super(data);
        this.data = data;
    }

    @Override
    public Program twin() {
        return new Dl4jMlp();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    protected Task task() {
        return Task.classification(data.classes()).fromProbabilities();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new MultiLayerNetwork(output(common(seed)
                        .list()
                        .layer(hidden("hidden1", Tabular.FEATURES, 24).build())
                        .layer(hidden("hidden2", 24, secondWidth()).build()))
                .build());
    }

    NeuralNetConfiguration.Builder common(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater())
                .weightInit(WeightInit.RELU);
    }

    IUpdater updater() {
        return new Adam(learningRate());
    }

    DenseLayer.Builder hidden(String name, int in, int out) {
        return dense(name, in, out).activation(activation());
    }

    static DenseLayer.Builder dense(String name, int in, int out) {
        return new DenseLayer.Builder().name(name).nIn(in).nOut(out);
    }

    int secondWidth() {
        return 24;
    }

    Activation activation() {
        return Activation.RELU;
    }

    ListBuilder output(ListBuilder layers) {
        return layers.layer(head().build());
    }

    OutputLayer.Builder head() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .name("head")
                .nIn(secondWidth())
                .nOut(data.classes())
                .activation(Activation.SOFTMAX);
    }
}
