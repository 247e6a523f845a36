package dev.mltest.corpus.language;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M5 in DL4J: embedding, masked self-attention with a residual connection, sum, head. */
class Dl4jEncoder extends Dl4jProgram {

    static final int WIDTH = 12;

    Dl4jEncoder() {
        this(new Reviews());
    }

    Dl4jEncoder(Reviews data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new Dl4jEncoder();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    protected Task task() {
        return Task.classification(Reviews.CLASSES).fromProbabilities();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(learningRate()))
                .weightInit(WeightInit.XAVIER)
                .graphBuilder()
                .addInputs("tokens")
                .addLayer("embedding", embedding(), "tokens")
                .addLayer("attention", attention(), "embedding")
                .addVertex(
                        "joined",
                        new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        "embedding",
                        "attention")
                .addLayer("pooling", pooling(), pooled())
                .addLayer("hidden", hidden(), "pooling")
                .addLayer("head", head(), "hidden")
                .setOutputs("head")
                .build());
    }

    private static EmbeddingSequenceLayer embedding() {
        return new EmbeddingSequenceLayer.Builder()
                .nIn(Reviews.VOCABULARY)
                .nOut(WIDTH)
                .build();
    }

    Layer attention() {
        return new SelfAttention(WIDTH);
    }

    Layer pooling() {
        return new GlobalPoolingLayer(PoolingType.SUM);
    }

    /** What is summed up over the words of a review. */
    String pooled() {
        return "joined";
    }

    private static DenseLayer hidden() {
        return new DenseLayer.Builder()
                .nIn(WIDTH)
                .nOut(WIDTH)
                .activation(Activation.TANH)
                .build();
    }

    private static OutputLayer head() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(WIDTH)
                .nOut(Reviews.CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().padded().build();
    }
}
