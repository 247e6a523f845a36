package dev.mltest.sample.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.TrainingConfig;
import ai.djl.training.TrainingResult;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.translate.TranslateException;

import dev.mltest.preflight.Preflight;
import dev.mltest.sample.Shapes;

import java.io.IOException;
import java.time.Duration;

/**
 * Trains the shape classifier and says how well it does on images it has not seen. A sanity run
 * comes first: a model that is wired up wrong costs no training.
 */
public final class TrainShapeClassifier {

    private static final int EPOCHS = 8;

    private TrainShapeClassifier() {}

    /** Runs the training. */
    public static void main(String[] arguments) throws IOException, TranslateException {
        Preflight.of(new ShapeClassifierModel().get())
                .budget(Duration.ofSeconds(30))
                .run()
                .orThrow();

        TrainingConfig config = Training.of(ShapeClassifier.loss(), ShapeClassifier.optimizer());
        Shapes validation = Shapes.validation();
        try (Model model = Model.newInstance("shape-classifier")) {
            model.setBlock(ShapeClassifier.block());
            TrainingResult result = Training.fit(
                    model,
                    config,
                    new Shape(1, 1, Shapes.SIZE, Shapes.SIZE),
                    EPOCHS,
                    dataset(model.getNDManager(), Shapes.training()),
                    dataset(model.getNDManager(), validation));
            Training.report(result, validation.labels());
        }
    }

    private static ArrayDataset dataset(NDManager manager, Shapes shapes) {
        Shape images = new Shape(shapes.size(), 1, Shapes.SIZE, Shapes.SIZE);
        return new ArrayDataset.Builder()
                .setData(manager.create(shapes.pixels(), images))
                .optLabels(manager.create(shapes.labels()))
                .setSampling(Training.BATCH, true)
                .build();
    }
}
