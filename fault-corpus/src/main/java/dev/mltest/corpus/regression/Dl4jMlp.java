package dev.mltest.corpus.regression;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** M3 in DL4J: two hidden layers and a linear output. */
class Dl4jMlp extends Dl4jProgram {

    Dl4jMlp() {
        this(new Wind());
    }

    Dl4jMlp(Wind data) {
        super(data);
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
        return data().task();
    }

    /** DL4J wants targets in rows. */
    @Override
    protected Batch convert(Batch batch) {
        ArrayTensor target = batch.target();
        return batch.withTargets(
                NamedTensors.of("target", target.reshaped(Shape.of(target.length(), 1))));
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new MultiLayerNetwork(common(seed)
                .list()
                .layer(dense("hidden1", Wind.SENSORS, 20))
                .layer(dense("hidden2", 20, 20))
                .layer(head().build())
                .build());
    }

    NeuralNetConfiguration.Builder common(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(learningRate()))
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU);
    }

    DenseLayer dense(String name, int in, int out) {
        return new DenseLayer.Builder()
                .name(name)
                .nIn(in)
                .nOut(out)
                .hasBias(hasBias())
                .build();
    }

    OutputLayer.Builder head() {
        return new OutputLayer.Builder(loss())
                .name("head")
                .nIn(20)
                .nOut(1)
                .hasBias(hasBias())
                .activation(Activation.IDENTITY)
                .weightInit(WeightInit.XAVIER);
    }

    ILossFunction loss() {
        return new LossMSE();
    }

    boolean hasBias() {
        return true;
    }
}
