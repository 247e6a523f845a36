package dev.mltest.corpus.zoo;

import dev.mltest.dl4j.Dl4j;
import dev.mltest.model.Dataset;
import dev.mltest.model.Task;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.zoo.model.Darknet19;
import org.deeplearning4j.zoo.model.LeNet;
import org.deeplearning4j.zoo.model.SqueezeNet;
import org.deeplearning4j.zoo.model.TextGenerationLSTM;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

/** Networks of Deeplearning4j's model zoo. */
final class Dl4jZoo {

    private static final int BATCH = 16;
    private static final int CHARACTERS = 26;
    private static final int LENGTH = 12;

    private Dl4jZoo() {}

    static List<ZooNetwork> networks() {
        return List.of(
                pictures("DL4J LeNet", 28, 1, Dl4jZoo::leNet),
                pictures("DL4J Darknet19", 32, 3, Dl4jZoo::darknet19),
                pictures("DL4J SqueezeNet", 48, 3, Dl4jZoo::squeezeNet),
                network(
                        "DL4J TextGenerationLSTM",
                        Task.custom("next character"),
                        texts(),
                        Dl4jZoo::textGeneration));
    }

    private static NeuralNetwork leNet(long seed) {
        return (NeuralNetwork) LeNet.builder()
                .seed(seed)
                .numClasses(Pictures.KINDS)
                .inputShape(new int[] {1, 28, 28})
                .updater(new Adam(1e-3))
                .build()
                .init();
    }

    private static NeuralNetwork darknet19(long seed) {
        return Darknet19.builder()
                .seed(seed)
                .numClasses(Pictures.KINDS)
                .inputShape(new int[] {3, 32, 32})
                .updater(new Adam(1e-3))
                .build()
                .init();
    }

    private static NeuralNetwork squeezeNet(long seed) {
        return SqueezeNet.builder()
                .seed(seed)
                .numClasses(Pictures.KINDS)
                .inputShape(new int[] {3, 48, 48})
                .updater(new Adam(1e-3))
                .build()
                .init();
    }

    private static NeuralNetwork textGeneration(long seed) {
        return (NeuralNetwork) TextGenerationLSTM.builder()
                .seed(seed)
                .totalUniqueCharacters(CHARACTERS)
                .maxLength(LENGTH)
                .inputShape(new int[] {LENGTH, CHARACTERS})
                .updater(new Adam(1e-2))
                .build()
                .init();
    }

    private static ZooNetwork pictures(
            String name, int size, int channels, LongFunction<NeuralNetwork> network) {
        INDArray pixels = Nd4j.create(Pictures.pixels(channels, size).toDoubles())
                .castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT)
                .reshape(Pictures.COUNT, channels, size, size);
        INDArray kinds = Nd4j.zeros(Pictures.COUNT, Pictures.KINDS);
        for (int i = 0; i < Pictures.COUNT; i++) {
            kinds.putScalar(i, Pictures.kind(i), 1);
        }
        Task task = Task.classification(Pictures.KINDS).fromProbabilities();
        return network(name, task, new DataSet(pixels, kinds), network);
    }

    /** Texts of letters, each of which is the letter before moved on by the text's own stride. */
    private static DataSet texts() {
        Random random = new Random(1);
        INDArray letters = Nd4j.zeros(Pictures.COUNT, CHARACTERS, LENGTH);
        INDArray next = Nd4j.zeros(Pictures.COUNT, CHARACTERS, LENGTH);
        for (int text = 0; text < Pictures.COUNT; text++) {
            int letter = random.nextInt(CHARACTERS);
            for (int step = 0; step < LENGTH; step++) {
                letters.putScalar(text, letter, step, 1);
                letter = (letter + 1 + text % 2) % CHARACTERS;
                next.putScalar(text, letter, step, 1);
            }
        }
        return new DataSet(letters, next);
    }

    private static ZooNetwork network(
            String name, Task task, DataSet examples, LongFunction<NeuralNetwork> network) {
        Dataset data = Dl4j.data(examples);
        DataSet batch =
                new DataSet(rows(examples.getFeatures(), BATCH), rows(examples.getLabels(), BATCH));
        return new ZooNetwork(
                Dl4j.model(name, network)
                        .task(task)
                        .trainingData(data)
                        .batchSize(BATCH)
                        .build(),
                () -> new Dl4jTraining(network.apply(1), batch));
    }

    private static INDArray rows(INDArray all, int count) {
        return all.get(org.nd4j.linalg.indexing.NDArrayIndex.interval(0, count)).dup();
    }
}
