package dev.mltest.sample;

import static dev.mltest.model.Task.classification;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckRunner;
import dev.mltest.djl.Djl;
import dev.mltest.dl4j.Dl4j;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Prints what the default suite takes on LeNet-5 in both frameworks, as a multiple of one training
 * step of the framework itself on a batch of 32. The images are noise, labelled at random.
 */
public final class SuiteTime {

    private static final int EXAMPLES = 256;
    private static final int BATCH = 32;
    private static final int STEPS = 200;
    private static final int SEEDS = 3;

    private SuiteTime() {}

    /** No arguments. */
    public static void main(String[] arguments) {
        ModelUnderTest inDjl = Djl.model("LeNet-5 in DJL", LeNets::inDjl)
                .task(classification(LeNets.CLASSES).fromLogits())
                .loss(Loss.softmaxCrossEntropyLoss())
                .optimizer(() -> Optimizer.adam().build())
                .trainingData(batch())
                .build();
        ModelUnderTest inDl4j = Dl4j.model("LeNet-5 in DL4J", LeNets::inDl4j)
                .task(classification(LeNets.CLASSES).fromProbabilities())
                .trainingData(dataSet(EXAMPLES))
                .build();
        report(inDjl, secondsOfDjlStep());
        report(inDl4j, secondsOfDl4jStep());
    }

    private static void report(ModelUnderTest model, double step) {
        double suite = median(IntStream.rangeClosed(0, SEEDS)
                .mapToDouble(seed -> seconds(() -> runSuite(model, seed)))
                .skip(1));
        System.out.printf(
                "default suite on %s: %.2f s, %.0f times a bare training step (%.2f ms)%n",
                model.name(), suite, suite / step, 1000 * step);
    }

    private static void runSuite(ModelUnderTest model, long seed) {
        try (Laboratory laboratory = new Laboratory(model)) {
            new CheckRunner(laboratory, Budget.unlimited()).run(DefaultChecks.suite(), seed);
        }
    }

    private static double secondsOfDjlStep() {
        try (Model model = Model.newInstance("lenet")) {
            model.setBlock(LeNets.inDjl());
            DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                    .optOptimizer(Optimizer.adam().build());
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(images(BATCH));
                float[] pixels = pixels(BATCH);
                long[] labels = labels(BATCH);
                return medianOfSteps(() -> step(trainer, pixels, labels));
            }
        }
    }

    private static void step(Trainer trainer, float[] pixels, long[] labels) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDList images = new NDList(manager.create(pixels, images(BATCH)));
            NDList targets = new NDList(manager.create(labels));
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList outputs = trainer.forward(images);
                collector.backward(trainer.getLoss().evaluate(targets, outputs));
            }
            trainer.step();
        }
    }

    private static double secondsOfDl4jStep() {
        MultiLayerNetwork network = LeNets.inDl4j(1);
        network.init();
        DataSet batch = dataSet(BATCH);
        return medianOfSteps(() -> network.fit(batch));
    }

    /** The first half only warms up. */
    private static double medianOfSteps(Runnable step) {
        return median(
                IntStream.range(0, 2 * STEPS).mapToDouble(i -> seconds(step)).skip(STEPS));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) * 1e-9;
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Batch batch() {
        return Batch.of(
                ArrayTensor.ofFloats(
                        dev.mltest.model.Shape.of(EXAMPLES, 1, LeNets.SIZE, LeNets.SIZE),
                        pixels(EXAMPLES)),
                ArrayTensor.ofLongs(dev.mltest.model.Shape.of(EXAMPLES), labels(EXAMPLES)));
    }

    private static DataSet dataSet(int examples) {
        INDArray oneHot = Nd4j.zeros(examples, LeNets.CLASSES);
        long[] labels = labels(examples);
        for (int i = 0; i < examples; i++) {
            oneHot.putScalar(i, labels[i], 1);
        }
        return new DataSet(
                Nd4j.createFromArray(pixels(examples)).reshape(images(examples).getShape()),
                oneHot);
    }

    private static Shape images(int examples) {
        return new Shape(examples, 1, LeNets.SIZE, LeNets.SIZE);
    }

    private static float[] pixels(int examples) {
        Random random = new Random(1);
        float[] pixels = new float[examples * LeNets.SIZE * LeNets.SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return pixels;
    }

    private static long[] labels(int examples) {
        return new Random(2).longs(examples, 0, LeNets.CLASSES).toArray();
    }
}
