package dev.mltest.corpus.autoencoder;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M6 in DL4J: twelve samples through a code of four numbers. */
class Dl4jAutoencoder extends Dl4jProgram {

    private static final int CODE = 4;

    Dl4jAutoencoder() {
        this(new Waves());
    }

    Dl4jAutoencoder(Waves data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new Dl4jAutoencoder();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    protected Task task() {
        return data().task();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new ComputationGraph(decoder(encoder(new NeuralNetConfiguration.Builder()
                        .seed(seed)
                        .updater(new Adam(learningRate()))
                        .weightInit(WeightInit.XAVIER)
                        .graphBuilder()
                        .addInputs("samples")))
                .setOutputs("output")
                .build());
    }

    private GraphBuilder encoder(GraphBuilder graph) {
        return graph.addLayer("encoder", dense(Waves.SAMPLES, 20, Activation.RELU), "samples")
                .addLayer("code", dense(20, CODE, codeActivation()), "encoder");
    }

    Activation codeActivation() {
        return Activation.TANH;
    }

    GraphBuilder decoder(GraphBuilder graph) {
        return output(graph.addLayer("decoder", dense(CODE, 20, Activation.RELU), "code"));
    }

    final GraphBuilder output(GraphBuilder graph) {
        return graph.addLayer(
                "output",
                new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(20)
                        .nOut(Waves.SAMPLES)
                        .activation(Activation.IDENTITY)
                        .build(),
                "decoder");
    }

    static DenseLayer dense(int in, int out, Activation activation) {
        return new DenseLayer.Builder().nIn(in).nOut(out).activation(activation).build();
    }
}
