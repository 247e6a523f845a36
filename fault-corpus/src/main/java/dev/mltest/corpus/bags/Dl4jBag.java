package dev.mltest.corpus.bags;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M7 in DL4J: the average of embedded words, a hidden layer, softmax. */
class Dl4jBag extends Dl4jProgram {

    static final int WIDTH = 8;
    private static final int UNITS = 12;

    private final Documents documents;

    Dl4jBag() {
        this(new Documents());
    }

    Dl4jBag(Documents documents) {
        super(documents);
        this.documents = documents;
    }

    @Override
    public Program twin() {
        return new Dl4jBag();
    }

    @Override
    public double learningRate() {
        return 0.02;
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
                .layer(embedding())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG)
                        .name("average")
                        .build())
                .layer(new DenseLayer.Builder()
                        .name("hidden")
                        .nIn(WIDTH)
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

    EmbeddingSequenceLayer.Builder words() {
        return new EmbeddingSequenceLayer.Builder()
                .name("embedding")
                .nIn(documents.vocabulary())
                .nOut(WIDTH);
    }

    Layer embedding() {
        return words().build();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration()
                .padded()
                .declare(Relation.invariantUnder(Transformations.permutation(1)))
                .build();
    }
}
