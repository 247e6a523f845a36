package dev.mltest.corpus.images;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M2 in DL4J: two normalised convolutions, dropout, softmax in the output layer. */
class Dl4jCnn extends Dl4jProgram {

    static final int FILTERS = 8;
    private final Images images;

    Dl4jCnn() {
        this(new Images());
    }

    Dl4jCnn(Images images) {
        super(images);
        this.images = images;
    }

    @Override
    public Program twin() {
        return new Dl4jCnn(images.twin());
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    protected Task task() {
        return Task.classification(Images.CLASSES).fromProbabilities();
    }

    @Override
    public NeuralNetwork network(long seed) {
        var graph = common(seed)
                .graphBuilder()
                .addInputs("image")
                .setInputTypes(
                        InputType.convolutional(Picture.SIZE, Picture.SIZE, images.channels()));
        return new ComputationGraph(
                classifier(features(new Chain(graph, "image"))).build());
    }

    NeuralNetConfiguration.Builder common(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater())
                .weightInit(WeightInit.RELU)
                .activation(Activation.IDENTITY);
    }

    IUpdater updater() {
        return new Adam(learningRate());
    }

    Chain features(Chain layers) {
        return layers.add("conv1", conv1())
                .add("norm1", norm())
                .add("act1", activation())
                .add("pool1", pool())
                .add("conv2", convolution(FILTERS, 3))
                .add("norm2", norm())
                .add("act2", activation())
                .add("pool2", pool());
    }

    Chain classifier(Chain layers) {
        return layers.add("flatten", new PreprocessorVertex(flatten()))
                .add("dropout", dropout())
                .add("head", head());
    }

    Layer conv1() {
        return convolution(FILTERS, 3);
    }

    /** Without bias; the normalisation after it has one. */
    Layer convolution(int filters, int size) {
        return new ConvolutionLayer.Builder(size, size)
                .padding(size / 2, size / 2)
                .nOut(filters)
                .hasBias(false)
                .build();
    }

    Layer norm() {
        return new BatchNormalization();
    }

    Layer activation() {
        return new ActivationLayer(Activation.RELU);
    }

    Layer pool() {
        return new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    InputPreProcessor flatten() {
        return new CnnToFeedForwardPreProcessor();
    }

    /** DL4J states the share of values that is kept. */
    Layer dropout() {
        return new DropoutLayer(0.9);
    }

    Layer head() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(Images.CLASSES)
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build();
    }
}
