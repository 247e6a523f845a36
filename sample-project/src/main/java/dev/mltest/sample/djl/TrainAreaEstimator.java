package dev.mltest.sample.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.TrainingConfig;
import ai.djl.training.TrainingResult;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.translate.TranslateException;

import dev.mltest.sample.Shapes;

import java.io.IOException;
import java.util.stream.IntStream;

/** Trains the area estimator and says how far off it is on images it has not seen. */
public final class TrainAreaEstimator {

    private static final int EPOCHS = 8;

    private TrainAreaEstimator() {}

    /** Runs the training. */
    public static void main(String[] arguments) throws IOException, TranslateException {
        TrainingConfig config = Training.of(AreaEstimator.loss(), AreaEstimator.optimizer());
        Shapes validation = Shapes.validation();
        try (Model model = Model.newInstance("area-estimator")) {
            model.setBlock(AreaEstimator.block());
            TrainingResult result = Training.fit(
                    model,
                    config,
                    new Shape(1, 1, Shapes.SIZE, Shapes.SIZE),
                    EPOCHS,
                    dataset(model.getNDManager(), Shapes.training()),
                    dataset(model.getNDManager(), validation));
            System.out.printf(
                    "validation error %.3f, always the mean %.3f%n",
                    result.getValidateLoss(), meanSquare(validation.areas()));
        }
    }

    private static double meanSquare(float[] areas) {
        return IntStream.range(0, areas.length)
                .mapToDouble(i -> areas[i] * areas[i])
                .average()
                .orElseThrow();
    }

    private static ArrayDataset dataset(NDManager manager, Shapes shapes) {
        Shape images = new Shape(shapes.size(), 1, Shapes.SIZE, Shapes.SIZE);
        return new ArrayDataset.Builder()
                .setData(manager.create(shapes.pixels(), images))
                .optLabels(manager.create(shapes.areas()))
                .setSampling(Training.BATCH, true)
                .build();
    }
}
