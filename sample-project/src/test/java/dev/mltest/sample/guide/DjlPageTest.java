package dev.mltest.sample.guide;

import static dev.mltest.junit.MltestAssertions.assertThat;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.djl.Djl;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** What docs/adapters/djl.md shows, on images of noise. */
class DjlPageTest {

    private static final class DigitsCnn {

        static Block block() {
            return new SequentialBlock()
                    .add(Blocks.batchFlattenBlock())
                    .add(Linear.builder().setUnits(16).build())
                    .add(Activation::relu)
                    .add(Linear.builder().setUnits(10).build());
        }
    }

    @Test
    void a_block_and_a_dataset() {
        try (NDManager manager = NDManager.newBaseManager()) {
            RandomAccessDataset digits = digits(manager);

            ModelUnderTest model = Djl.model("digits-cnn", DigitsCnn::block)
                    .task(Task.classification(10))
                    .loss(Loss.softmaxCrossEntropyLoss())
                    .optimizer(() -> Optimizer.adam().build())
                    .trainingData(Djl.data(digits))
                    .build();

            assertThat(model).sendsGradientsToEveryParameter();
        }
    }

    @Test
    void a_loaded_model(@TempDir Path path) throws IOException {
        try (Model model = Model.newInstance("exported")) {
            model.setBlock(DigitsCnn.block());
            model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1, 784));
            model.save(path, "exported");
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            ModelUnderTest exported = Djl.predictor("exported", () -> {
                        Model model = Model.newInstance("exported");
                        model.setBlock(DigitsCnn.block());
                        model.load(path);
                        return model;
                    })
                    .task(Task.classification(10))
                    .trainingData(Djl.data(digits(manager)))
                    .build();

            assertThat(exported).repeatsItsPredictions();
        }
    }

    private static RandomAccessDataset digits(NDManager manager) {
        NDArray images = manager.randomNormal(new Shape(64, 784));
        NDArray labels = manager.arange(64).mod(10).toType(DataType.INT64, false);
        return new ArrayDataset.Builder()
                .setData(images)
                .optLabels(labels)
                .setSampling(32, false)
                .build();
    }
}
