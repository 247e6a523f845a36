package dev.mltest.corpus.custom;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.L2Vertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** An embedding, applied to both of a pair, in which distances are as they should be. */
class Dl4jPairs extends Dl4jProgram {

    Dl4jPairs() {
        super(new Dissimilar());
    }

    @Override
    public Program twin() {
        return new Dl4jPairs();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    protected Task task() {
        return Task.regression();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(learningRate()))
                .weightInit(WeightInit.XAVIER)
                .graphBuilder()
                .addInputs("first", "second")
                .addVertex("both", new StackVertex(), "first", "second")
                .addLayer(
                        "embed1",
                        Dl4jPrototypes.dense(
                                "embed1", Dissimilar.FEATURES, 20, new ActivationTanH()),
                        "both")
                .addLayer(
                        "embed2",
                        Dl4jPrototypes.dense("embed2", 20, 2, new ActivationIdentity()),
                        "embed1")
                .addVertex("embedding1", new UnstackVertex(0, 2), "embed2")
                .addVertex("embedding2", new UnstackVertex(1, 2), "embed2")
                .addVertex("distance", distance(), "embedding1", "embedding2")
                .addLayer(
                        "loss",
                        new LossLayer.Builder(LossFunction.MSE)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "distance")
                .setOutputs("loss")
                .build());
    }

    L2Vertex distance() {
        return new L2Vertex();
    }
}
