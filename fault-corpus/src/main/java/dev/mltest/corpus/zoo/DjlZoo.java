package dev.mltest.corpus.zoo;

import ai.djl.basicmodelzoo.basic.Mlp;
import ai.djl.basicmodelzoo.cv.classification.LeNet;
import ai.djl.basicmodelzoo.cv.classification.MobileNetV2;
import ai.djl.basicmodelzoo.cv.classification.ResNetV1;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.djl.Djl;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.Task;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Networks of DJL's model zoo. */
final class DjlZoo {

    private static final int BATCH = 16;

    private DjlZoo() {}

    static List<ZooNetwork> networks() {
        return List.of(
                network("DJL Mlp", DjlZoo::mlp, 1, 28),
                network("DJL LeNet", () -> LeNet.builder().build(), 1, 28),
                network("DJL ResNet-18", DjlZoo::resNet18, 3, 32),
                network(
                        "DJL MobileNetV2",
                        () -> MobileNetV2.builder().setOutSize(Pictures.KINDS).build(),
                        3,
                        32));
    }

    private static Block mlp() {
        return new SequentialBlock()
                .add(Blocks.batchFlattenBlock())
                .add(new Mlp(28 * 28, Pictures.KINDS, new int[] {128, 64}));
    }

    private static Block resNet18() {
        return ResNetV1.builder()
                .setImageShape(new Shape(3, 32, 32))
                .setNumLayers(18)
                .setOutSize(Pictures.KINDS)
                .build();
    }

    private static ZooNetwork network(String name, Supplier<Block> block, int channels, int size) {
        Batch pictures = Batch.of(Pictures.pixels(channels, size), kinds());
        return new ZooNetwork(
                Djl.model(name, block)
                        .task(Task.classification(Pictures.KINDS))
                        .loss(Loss.softmaxCrossEntropyLoss())
                        .optimizer(DjlZoo::adam)
                        .trainingData(pictures)
                        .batchSize(BATCH)
                        .build(),
                () -> new DjlTraining(block.get(), adam(), pictures.firstRows(BATCH)));
    }

    private static Optimizer adam() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
    }

    private static ArrayTensor kinds() {
        double[] kinds =
                IntStream.range(0, Pictures.COUNT).mapToDouble(Pictures::kind).toArray();
        return ArrayTensor.of(
                ElementType.FLOAT32, dev.mltest.model.Shape.of(Pictures.COUNT), kinds);
    }
}
