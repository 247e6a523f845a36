package dev.mltest.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks of every kind. */
final class Nets {

    private Nets() {}

    static NeuralNetConfiguration.Builder conf(long seed) {
        return conf(seed, new Adam(0.01));
    }

    static NeuralNetConfiguration.Builder conf(long seed, IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater)
                .l2(0.01)
                .activation(Activation.TANH);
    }

    static MultiLayerNetwork mlp(long seed) {
        return mlp(conf(seed));
    }

    static MultiLayerNetwork mlp(NeuralNetConfiguration.Builder conf) {
        return new MultiLayerNetwork(
                conf.list().layer(dense(4, 5)).layer(softmax(5)).build());
    }

    /** About a million parameters. */
    static MultiLayerNetwork wide(long seed) {
        return new MultiLayerNetwork(
                conf(seed).list().layer(dense(256, 4096)).layer(softmax(4096)).build());
    }

    static MultiLayerNetwork regression(long seed) {
        return new MultiLayerNetwork(conf(seed)
                .list()
                .layer(dense(3, 4))
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(4)
                        .nOut(1)
                        .build())
                .build());
    }

    static MultiLayerNetwork normalized(long seed) {
        return new MultiLayerNetwork(conf(seed)
                .list()
                .layer(dense(4, 5))
                .layer(new BatchNormalization.Builder().build())
                .layer(softmax(5))
                .setInputType(InputType.feedForward(4))
                .build());
    }

    static MultiLayerNetwork cnn(long seed) {
        return new MultiLayerNetwork(conf(seed)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(2).build())
                .layer(new BatchNormalization.Builder().build())
                .layer(new ActivationLayer.Builder().activation(Activation.TANH).build())
                .layer(new DenseLayer.Builder().nOut(5).dropOut(0.7).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .dropOut(0.8)
                        .nOut(3)
                        .build())
                .setInputType(InputType.convolutional(6, 6, 1))
                .build());
    }

    static MultiLayerNetwork lstm(long seed) {
        return lstm(conf(seed));
    }

    static MultiLayerNetwork lstm(NeuralNetConfiguration.Builder conf) {
        return new MultiLayerNetwork(conf.list()
                .layer(new LSTM.Builder().nIn(2).nOut(4).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(softmax(4))
                .build());
    }

    static MultiLayerNetwork lastStep(long seed) {
        return lastStep(conf(seed));
    }

    static MultiLayerNetwork lastStep(NeuralNetConfiguration.Builder conf) {
        return new MultiLayerNetwork(conf.list()
                .layer(new LastTimeStep(new LSTM.Builder().nIn(2).nOut(4).build()))
                .layer(softmax(4))
                .build());
    }

    static MultiLayerNetwork tagger(long seed) {
        return tagger(conf(seed));
    }

    static MultiLayerNetwork tagger(NeuralNetConfiguration.Builder conf) {
        return new MultiLayerNetwork(conf.list()
                .layer(new LSTM.Builder().nIn(2).nOut(4).build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nIn(4)
                        .nOut(3)
                        .build())
                .build());
    }

    static ComputationGraph residual(long seed) {
        return residual(conf(seed));
    }

    static ComputationGraph residual(NeuralNetConfiguration.Builder conf) {
        return new ComputationGraph(conf.graphBuilder()
                .addInputs("in")
                .addLayer("stem", dense(4, 4), "in")
                .addLayer("branch", dense(4, 4), "stem")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "branch")
                .addLayer("head", softmax(4), "sum")
                .setOutputs("head")
                .build());
    }

    /** The activation writes into its input, which the sum reads too. */
    static ComputationGraph preactivated(long seed) {
        return new ComputationGraph(conf(seed)
                .graphBuilder()
                .addInputs("in")
                .addLayer("stem", dense(4, 4), "in")
                .addLayer(
                        "squashed",
                        new ActivationLayer.Builder()
                                .activation(Activation.SIGMOID)
                                .build(),
                        "stem")
                .addLayer("branch", dense(4, 4), "squashed")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "branch")
                .addLayer("head", softmax(4), "sum")
                .setOutputs("head")
                .build());
    }

    static ComputationGraph pairs(long seed) {
        GraphBuilder builder = conf(seed)
                .graphBuilder()
                .addInputs("left", "right")
                .addLayer("a", dense(3, 4), "left")
                .addLayer(
                        "b",
                        new DenseLayer.Builder().nIn(2).nOut(4).dropOut(0.7).build(),
                        "right")
                .addVertex("both", new MergeVertex(), "a", "b")
                .addLayer("kind", softmax(8), "both")
                .addLayer(
                        "size",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .activation(Activation.IDENTITY)
                                .nIn(8)
                                .nOut(2)
                                .build(),
                        "both")
                .setOutputs("kind", "size");
        return new ComputationGraph(builder.build());
    }

    static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder().nIn(in).nOut(out).build();
    }

    static OutputLayer softmax(int in) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nIn(in)
                .nOut(3)
                .build();
    }
}
