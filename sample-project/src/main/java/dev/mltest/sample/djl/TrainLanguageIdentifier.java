package dev.mltest.sample.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.TrainingConfig;
import ai.djl.training.TrainingResult;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.translate.TranslateException;

import dev.mltest.sample.LanguageNames;
import dev.mltest.sample.Ngrams;

import java.io.IOException;

/** Trains the language identifier and says how well it does on names it has not seen. */
public final class TrainLanguageIdentifier {

    private static final int EPOCHS = 8;

    private TrainLanguageIdentifier() {}

    /** Runs the training. */
    public static void main(String[] arguments) throws IOException, TranslateException {
        TrainingConfig config =
                Training.of(LanguageIdentifier.loss(), LanguageIdentifier.optimizer());
        LanguageNames validation = LanguageNames.validation();
        try (Model model = Model.newInstance("language-identifier")) {
            model.setBlock(LanguageIdentifier.block());
            TrainingResult result = Training.fit(
                    model,
                    config,
                    new Shape(1, Ngrams.LENGTH),
                    EPOCHS,
                    dataset(model.getNDManager(), LanguageNames.training()),
                    dataset(model.getNDManager(), validation));
            Training.report(result, validation.labels());
        }
    }

    private static ArrayDataset dataset(NDManager manager, LanguageNames names) {
        Shape rows = new Shape(names.size(), Ngrams.LENGTH);
        return new ArrayDataset.Builder()
                .setData(manager.create(names.ngrams(), rows))
                .optLabels(manager.create(names.labels()))
                .setSampling(Training.BATCH, true)
                .build();
    }
}
