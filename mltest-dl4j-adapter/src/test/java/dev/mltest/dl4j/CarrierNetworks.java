package dev.mltest.dl4j;

import dev.mltest.testing.contract.Carrier;

import org.deeplearning4j.nn.api.NeuralNetwork;
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
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The contract's networks: lists of layers as such or as graphs, the branched ones as graphs. */
final class CarrierNetworks {

    private CarrierNetworks() {}

    static NeuralNetwork of(Carrier carrier, long seed) {
        return switch (carrier) {
            case RESIDUAL -> residual(seed);
            case TWO_INPUTS -> twoInputs(seed);
            default -> layers(seed, inputType(carrier), list(carrier));
        };
    }

    static ComputationGraph graph(Carrier carrier, long seed) {
        return switch (carrier) {
            case RESIDUAL -> residual(seed);
            case TWO_INPUTS -> twoInputs(seed);
            default -> chain(seed, inputType(carrier), list(carrier));
        };
    }

    static MultiLayerNetwork frozen(long seed) {
        return layers(seed, InputType.feedForward(4), new FrozenLayer(tanh(5)), classifier());
    }

    private static Layer[] list(Carrier carrier) {
        return switch (carrier) {
            case LINEAR_REGRESSION ->
                new Layer[] {
                    new OutputLayer.Builder(LossFunction.MSE)
                            .activation(Activation.IDENTITY)
                            .nOut(1)
                            .build()
                };
            case CNN ->
                new Layer[] {
                    new ConvolutionLayer.Builder(3, 3)
                            .activation(Activation.IDENTITY)
                            .nOut(2)
                            .build(),
                    new BatchNormalization.Builder()
                            .activation(Activation.IDENTITY)
                            .eps(1e-5)
                            .build(),
                    new ActivationLayer(Activation.TANH),
                    new OutputLayer.Builder(LossFunction.MCXENT)
                            .activation(Activation.SOFTMAX)
                            .dropOut(0.7)
                            .nOut(3)
                            .build()
                };
            case LSTM ->
                new Layer[] {
                    new LSTM.Builder().activation(Activation.TANH).nOut(4).build(),
                    new GlobalPoolingLayer(PoolingType.AVG),
                    classifier()
                };
            default -> new Layer[] {tanh(5), classifier()};
        };
    }

    private static InputType inputType(Carrier carrier) {
        return switch (carrier) {
            case LINEAR_REGRESSION -> InputType.feedForward(3);
            case CNN -> InputType.convolutional(6, 6, 1);
            case LSTM -> InputType.recurrent(2);
            default -> InputType.feedForward(4);
        };
    }

    private static MultiLayerNetwork layers(long seed, InputType input, Layer... layers) {
        return new MultiLayerNetwork(conf(seed).list(layers).setInputType(input).build());
    }

    private static ComputationGraph chain(long seed, InputType input, Layer... layers) {
        GraphBuilder graph = conf(seed).graphBuilder().addInputs("input").setInputTypes(input);
        String before = "input";
        for (int i = 0; i < layers.length; i++) {
            String name = "layer" + i;
            graph.addLayer(name, layers[i], before);
            before = name;
        }
        return new ComputationGraph(graph.setOutputs(before).build());
    }

    private static ComputationGraph residual(long seed) {
        return new ComputationGraph(conf(seed)
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.feedForward(4))
                .addLayer("stem", dense(Activation.IDENTITY, 4), "input")
                .addLayer("branch", tanh(4), "stem")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "branch")
                .addLayer("head", classifier(), "sum")
                .setOutputs("head")
                .build());
    }

    private static ComputationGraph twoInputs(long seed) {
        return new ComputationGraph(conf(seed)
                .graphBuilder()
                .addInputs("left", "right")
                .setInputTypes(InputType.feedForward(3), InputType.feedForward(2))
                .addVertex("both", new MergeVertex(), "left", "right")
                .addLayer("hidden", tanh(5), "both")
                .addLayer("head", classifier(), "hidden")
                .setOutputs("head")
                .build());
    }

    private static NeuralNetConfiguration.Builder conf(long seed) {
        return new NeuralNetConfiguration.Builder().seed(seed).updater(new Adam(0.01));
    }

    private static DenseLayer tanh(int units) {
        return dense(Activation.TANH, units);
    }

    private static DenseLayer dense(Activation activation, int units) {
        return new DenseLayer.Builder().activation(activation).nOut(units).build();
    }

    private static OutputLayer classifier() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(3)
                .build();
    }
}
