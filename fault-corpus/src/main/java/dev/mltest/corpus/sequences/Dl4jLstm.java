package dev.mltest.corpus.sequences;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M4 in DL4J: the last valid step is found by the mask of the input. */
class Dl4jLstm extends Dl4jProgram {

    static final int UNITS = 8;

    Dl4jLstm() {
        super(new Sequences());
    }

    @Override
    public Program twin() {
        return new Dl4jLstm();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    protected Task task() {
        return Task.classification(Sequences.CLASSES).fromProbabilities();
    }

    /** DL4J takes [N x features x steps]. */
    @Override
    protected Batch convert(Batch batch) {
        return ChannelsFirst.inputs(super.convert(batch));
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new MultiLayerNetwork(summary(common(seed).list()).layer(head()).build());
    }

    /** What the head sees of each series. */
    ListBuilder summary(ListBuilder layers) {
        return layers.layer(last());
    }

    /** The state after the last valid step of each series. */
    LastTimeStep last() {
        LastTimeStep last = new LastTimeStep(recurrent());
        last.setLayerName("lstm");
        return last;
    }

    NeuralNetConfiguration.Builder common(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(learningRate()))
                .trainingWorkspaceMode(WorkspaceMode.NONE);
    }

    Layer recurrent() {
        return lstm().build();
    }

    static LSTM.Builder lstm() {
        return new LSTM.Builder()
                .name("lstm")
                .nIn(Sequences.FEATURES)
                .nOut(UNITS)
                .activation(Activation.TANH);
    }

    OutputLayer head() {
        return head(UNITS);
    }

    static OutputLayer head(int in) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .name("head")
                .nIn(in)
                .nOut(Sequences.CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().paddedWith(0).build();
    }
}
