package dev.mltest.corpus.serving;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M11 in DL4J: two layers. */
class Dl4jFruit extends Dl4jProgram implements Served {

    private final Fruit data;
    private final Serving serving;

    Dl4jFruit() {
        this(new Serving());
    }

    Dl4jFruit(Serving serving) {
        this(new Fruit(), serving);
    }

    private Dl4jFruit(Fruit data, Serving serving) {
        super(data);
        this.data = data;
        this.serving = serving;
    }

    @Override
    public Program twin() {
        return new Dl4jFruit();
    }

    @Override
    public Fruit data() {
        return data;
    }

    @Override
    public Serving serving() {
        return serving;
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    protected Task task() {
        return Task.classification(Fruit.NAMES.size()).fromProbabilities();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(learningRate()))
                .weightInit(WeightInit.RELU)
                .list()
                .layer(new DenseLayer.Builder()
                        .name("hidden")
                        .nIn(Photo.BYTES)
                        .nOut(16)
                        .activation(Activation.RELU)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .name("head")
                        .nIn(16)
                        .nOut(Fruit.NAMES.size())
                        .activation(Activation.SOFTMAX)
                        .weightInit(WeightInit.XAVIER)
                        .build())
                .build());
    }
}
