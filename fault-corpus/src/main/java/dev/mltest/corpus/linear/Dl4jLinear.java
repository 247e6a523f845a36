package dev.mltest.corpus.linear;

import dev.mltest.corpus.dl4j.Dl4jProgram;
import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** M12 in DL4J: softmax regression by plain descent. */
class Dl4jLinear extends Dl4jProgram {

    Dl4jLinear() {
        this(new Clouds());
    }

    Dl4jLinear(Data data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new Dl4jLinear();
    }

    @Override
    public double learningRate() {
        return 0.1;
    }

    @Override
    protected Task task() {
        return Task.classification(Clouds.CLASSES).fromProbabilities();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Sgd(learningRate()))
                .list()
                .layer(linear().build())
                .build());
    }

    OutputLayer.Builder linear() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .name("linear")
                .nIn(Clouds.FEATURES)
                .nOut(Clouds.CLASSES)
                .activation(Activation.SOFTMAX);
    }
}
