package dev.mltest.corpus.sequences;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M4 with a label at every step, in DL4J; it predicts as series arrive, step by step. */
class Dl4jTagger extends Dl4jProgram {

    static final int UNITS = 8;

    Dl4jTagger() {
        this(new Tagged());
    }

    Dl4jTagger(Tagged data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new Dl4jTagger();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    protected Task task() {
        return data().task();
    }

    @Override
    protected Batch convert(Batch batch) {
        return new Batch(
                ChannelsFirst.inputs(batch).inputs(),
                NamedTensors.of("target", ChannelsFirst.oneHot(batch.target(), Tagged.CLASSES)),
                masks(batch));
    }

    NamedTensors masks(Batch batch) {
        return batch.masks();
    }

    /** Tags [N x steps x 2]. */
    @Override
    public INDArray[] predict(NeuralNetwork network, MultiDataSet batch) {
        MultiLayerNetwork layers = (MultiLayerNetwork) network;
        startAnew(layers);
        INDArray tags = layers.rnnTimeStep(batch.getFeatures(0));
        return new INDArray[] {tags.permute(0, 2, 1)};
    }

    /** Other series begin. */
    void startAnew(MultiLayerNetwork network) {
        network.rnnClearPreviousState();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(learningRate()))
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .list()
                .layer(hidden())
                .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT)
                        .name("head")
                        .nIn(UNITS)
                        .nOut(Tagged.CLASSES)
                        .activation(Activation.SOFTMAX)
                        .dataFormat(RNNFormat.NCW)
                        .build())
                .build());
    }

    /** What reads the series. */
    Layer hidden() {
        return new LSTM.Builder()
                .name("lstm")
                .nIn(1)
                .nOut(UNITS)
                .activation(Activation.TANH)
                .build();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().paddedWith(0).causalAlong(2).build();
    }
}
