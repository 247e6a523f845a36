package dev.mltest.sample.dl4j;

import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The training loop that the models share. */
final class Training {

    /** How the networks are initialised and the examples shuffled. */
    static final long SEED = 42;

    private static final int BATCH = 32;
    private static final int EPOCHS = 8;

    private Training() {}

    /** Trains the network, with the examples in another order in every epoch. */
    static void fit(NeuralNetwork network, DataSet training) {
        network.init();
        List<DataSet> examples = training.asList();
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(examples, random);
            network.fit(new ListDataSetIterator<>(examples, BATCH));
        }
    }

    /** Says how often a classifier is right, beside one that always names the commonest class. */
    static void report(NeuralNetwork network, DataSet validation) {
        Evaluation evaluation = new Evaluation();
        network.doEvaluation(new ViewIterator(validation, BATCH), evaluation);
        System.out.printf(
                "validation accuracy %.1f %%, always the commonest class %.1f %%%n",
                100 * evaluation.accuracy(), 100 * shareOfCommonest(validation.getLabels()));
    }

    private static double shareOfCommonest(INDArray oneHot) {
        return oneHot.mean(0).maxNumber().doubleValue();
    }
}
