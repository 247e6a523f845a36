package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.Task;
import dev.mltest.testing.Accusations;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

import java.util.function.LongFunction;

/** What the programs with a defect of the framework have in common. */
final class InTheWild {

    static final int FEATURES = 6;
    static final Batch DATA = Samples.learnable(FEATURES);

    private InTheWild() {}

    static NeuralNetConfiguration.Builder conf(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.01))
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.RELU);
    }

    static Layer dense(String name, int in) {
        return hidden(name, in).build();
    }

    static DenseLayer.Builder hidden(String name, int in) {
        return new DenseLayer.Builder().name(name).nIn(in).nOut(16);
    }

    static Accusations against(String name, LongFunction<? extends NeuralNetwork> network) {
        return accusations(Dl4j.model(name, network));
    }

    static Accusations accusations(Dl4jModelBuilder model) {
        return Accusations.against(described(model).build());
    }

    static Dl4jModelBuilder described(Dl4jModelBuilder model) {
        return model.task(Task.classification(3).fromProbabilities()).trainingData(DATA);
    }
}
