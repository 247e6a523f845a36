package dev.mltest.corpus.gan;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

import java.util.Map;

/** M8 in DL4J: both players move in every step. Made and real points are judged as one batch. */
class Dl4jGan extends Dl4jProgram {

    Dl4jGan() {
        super(new Cloud());
    }

    @Override
    public Program twin() {
        return new Dl4jGan();
    }

    @Override
    public double learningRate() {
        return 0.005;
    }

    @Override
    protected Task task() {
        return data().task();
    }

    /** DL4J's labels: made points are 0, real ones 1. */
    @Override
    protected Batch convert(Batch batch) {
        Shape column = Shape.of(batch.size(), 1);
        return batch.withTargets(
                NamedTensors.of("made", ArrayTensor.filled(ElementType.FLOAT32, column, 0))
                        .with("real", ArrayTensor.filled(ElementType.FLOAT32, column, 1)));
    }

    /** Judgements and, third, what was judged. */
    @Override
    public INDArray[] predict(NeuralNetwork network, MultiDataSet batch) {
        Map<String, INDArray> all =
                ((ComputationGraph) network).feedForward(batch.getFeatures(), false);
        return new INDArray[] {all.get("judgedMade"), all.get("judgedReal"), all.get("made")};
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new ComputationGraph(discriminator(generator(new NeuralNetConfiguration.Builder()
                        .seed(seed)
                        .weightInit(WeightInit.RELU)
                        .graphBuilder()
                        .addInputs("noise", "real")))
                .setOutputs("judgedMade", "judgedReal")
                .build());
    }

    private GraphBuilder generator(GraphBuilder graph) {
        return graph.addLayer(
                        "generator", dense(Cloud.NOISE, 16, Activation.TANH, generates()), "noise")
                .addLayer("made", dense(16, 2, Activation.IDENTITY, generates()), "generator")
                .addLayer(
                        "reversed",
                        new ActivationLayer.Builder().activation(new Reversal()).build(),
                        "made");
    }

    private GraphBuilder discriminator(GraphBuilder graph) {
        return graph.addVertex("both", new StackVertex(), "reversed", "real")
                .addLayer("discriminator", dense(2, 16, Activation.TANH, discriminates()), "both")
                .addLayer(
                        "judgement",
                        dense(16, 1, Activation.IDENTITY, discriminates()),
                        "discriminator")
                .addVertex("onMade", new UnstackVertex(0, 2), "judgement")
                .addVertex("onReal", new UnstackVertex(1, 2), "judgement")
                .addLayer("judgedMade", judged(), "onMade")
                .addLayer("judgedReal", judged(), "onReal");
    }

    IUpdater generates() {
        return new Adam(learningRate(), 0.5, 0.999, 1e-8);
    }

    IUpdater discriminates() {
        return new Adam(learningRate(), 0.5, 0.999, 1e-8);
    }

    private static DenseLayer dense(int in, int out, Activation activation, IUpdater updater) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .activation(activation)
                .updater(updater)
                .build();
    }

    private static LossLayer judged() {
        return new LossLayer.Builder(new Judgement())
                .activation(Activation.IDENTITY)
                .build();
    }
}
