package org.example;

import dev.mltest.dl4j.Dl4j;
import dev.mltest.junit.SanityChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class SpiralsTest implements SanityChecks {

    private static final int CLASSES = 3;

    @Override
    public ModelUnderTest model() {
        return Dl4j.model("spirals", seed -> new MultiLayerNetwork(network(seed)))
                .task(Task.classification(CLASSES).fromProbabilities())
                .trainingData(Dl4j.data(points()))
                .build();
    }

    static MultiLayerConfiguration network(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.01))
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(dense(2, 32))
                .layer(dense(32, 32))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(32)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
    }

    static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .activation(Activation.RELU)
                .build();
    }

    /** Points [N x 2] on three spirals, and which of them each is on. */
    static DataSet points() {
        int count = 300;
        float[][] places = new float[count][2];
        float[][] spirals = new float[count][CLASSES];
        for (int i = 0; i < count; i++) {
            int spiral = i % CLASSES;
            double radius = 0.1 + 0.9 * i / count;
            double angle = 4 * radius + 2 * Math.PI * spiral / CLASSES;
            places[i][0] = (float) (2 * radius * Math.cos(angle));
            places[i][1] = (float) (2 * radius * Math.sin(angle));
            spirals[i][spiral] = 1;
        }
        return new DataSet(Nd4j.create(places), Nd4j.create(spirals));
    }
}
