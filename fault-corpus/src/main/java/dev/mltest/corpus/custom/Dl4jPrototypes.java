package dev.mltest.corpus.custom;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** M10 in DL4J: how near an embedded point is to each class's prototype. */
class Dl4jPrototypes extends Dl4jProgram {

    Dl4jPrototypes() {
        super(new Clusters());
    }

    @Override
    public Program twin() {
        return new Dl4jPrototypes();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    protected Task task() {
        return Task.classification(Clusters.CLASSES);
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(learningRate()))
                .weightInit(WeightInit.RELU)
                .list()
                .layer(dense("embed1", Clusters.FEATURES, 16, activation()))
                .layer(dense("embed2", 16, 3, new ActivationIdentity()))
                .layer(prototypes().named("prototypes", 3, Clusters.CLASSES))
                .layer(new LossLayer.Builder(loss())
                        .activation(Activation.IDENTITY)
                        .name("loss")
                        .build())
                .build());
    }

    static DenseLayer dense(String name, int in, int out, IActivation activation) {
        return new DenseLayer.Builder()
                .name(name)
                .nIn(in)
                .nOut(out)
                .activation(activation)
                .build();
    }

    IActivation activation() {
        return new SoftplusFunction();
    }

    PrototypeLayer prototypes() {
        return new PrototypeLayer();
    }

    ILossFunction loss() {
        return new NearestPrototypeLoss();
    }
}
