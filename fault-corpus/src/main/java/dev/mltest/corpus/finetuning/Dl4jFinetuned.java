package dev.mltest.corpus.finetuning;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M9 in DL4J: a frozen backbone and a new head with a hidden layer. */
class Dl4jFinetuned extends Dl4jProgram {

    private static final int UNITS = 12;

    Dl4jFinetuned() {
        super(new Target());
    }

    @Override
    public Program twin() {
        return new Dl4jFinetuned();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    protected Task task() {
        return Task.classification(Target.CLASSES).fromProbabilities();
    }

    @Override
    public NeuralNetwork network(long seed) {
        TransferLearning.Builder model = frozen(new TransferLearning.Builder(backbone()))
                .fineTuneConfiguration(new FineTuneConfiguration.Builder()
                        .seed(seed)
                        .updater(new Adam(learningRate()))
                        .build())
                .removeOutputLayer();
        seed(seed);
        addHead(model);
        MultiLayerNetwork network = model.build();
        nameFrozen(network);
        slowDown(network);
        return network;
    }

    /** With the backbone frozen. */
    TransferLearning.Builder frozen(TransferLearning.Builder model) {
        return model.setFeatureExtractor(lastFrozen());
    }

    /** Gives layers learning rates of their own. */
    void slowDown(MultiLayerNetwork network) {}

    /** Layers that are added draw their weights at once, whatever seed is configured. */
    void seed(long seed) {
        Nd4j.getRandom().setSeed(seed);
    }

    void addHead(TransferLearning.Builder model) {
        model.addLayer(neck()).addLayer(head(UNITS));
    }

    /** DL4J's frozen layers do not take over the names of the layers inside. */
    private static void nameFrozen(MultiLayerNetwork network) {
        for (int i = 0; i < network.getnLayers(); i++) {
            if (network.getLayerWiseConfigurations().getConf(i).getLayer()
                    instanceof FrozenLayer frozen) {
                frozen.setLayerName(frozen.getLayer().getLayerName());
            }
        }
    }

    /** The pretrained model with its weights. */
    MultiLayerNetwork backbone() {
        MultiLayerNetwork backbone =
                new MultiLayerNetwork(Dl4jBackbone.configuration(Dl4jBackbone.SEED));
        backbone.init();
        load(backbone);
        return backbone;
    }

    private void load(MultiLayerNetwork backbone) {
        MultiLayerNetwork pretrained = Dl4jBackbone.pretrained();
        for (int i = 0; i < backbone.getnLayers(); i++) {
            backbone.getLayer(i).setParams(pretrained.getLayer(source(i)).params());
        }
    }

    /** Which layer of the pretrained model a layer takes its weights from. */
    int source(int layer) {
        return layer;
    }

    /** The index of the last layer that is not to be trained. */
    int lastFrozen() {
        return Dl4jBackbone.LAYERS - 1;
    }

    private static DenseLayer neck() {
        return new DenseLayer.Builder()
                .name("neck")
                .nIn(Dl4jBackbone.WIDTH)
                .nOut(UNITS)
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU)
                .build();
    }

    static OutputLayer head(int in) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .name("head")
                .nIn(in)
                .nOut(Target.CLASSES)
                .dropOut(new Dropout(0.8))
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.SOFTMAX)
                .build();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().frozen("dense*/**").frozen("norm1/**").build();
    }
}
