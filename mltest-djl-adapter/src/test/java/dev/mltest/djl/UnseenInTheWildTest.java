package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.testing.Accusations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Defects of DJL 0.35.1 that no check catches yet. When one does, it moves to those found. */
class UnseenInTheWildTest {

    @TempDir
    Path folder;

    private final List<Model> loaded = new ArrayList<>();

    @AfterEach
    void close() {
        loaded.forEach(Model::close);
    }

    @Test
    void a_loaded_module_trains_without_its_dropout_until_it_has_predicted_once()
            throws IOException {
        Path path = TorchScript.scripted(folder);
        try (Trainer trainer = trainer(path)) {
            NDList inputs = new NDList(trainer.getManager().ones(new Shape(6, 4)));
            float[] before = outputs(trainer.forward(inputs));
            float[] predicted = outputs(trainer.evaluate(inputs));
            float[] after = outputs(trainer.forward(inputs));

            assertThat(before).isEqualTo(predicted);
            assertThat(after).isNotEqualTo(predicted);
        }
    }

    @Test
    void a_module_traced_in_evaluation_mode_never_has_dropout() throws IOException {
        Path path = TorchScript.tracedInEvaluationMode(folder);
        try (Trainer trainer = trainer(path)) {
            NDList inputs = new NDList(trainer.getManager().ones(new Shape(6, 4)));
            float[] predicted = outputs(trainer.evaluate(inputs));

            assertThat(outputs(trainer.forward(inputs))).isEqualTo(predicted);
        }
    }

    @Test
    void
            a_loaded_module_is_accused_only_of_untrained_weights_since_the_adapter_lets_it_predict_first()
                    throws IOException {
        assertThat(Accusations.against(classifier(TorchScript.scripted(folder))).checks())
                .containsExactly("another-seed-starts-elsewhere");
    }

    @Test
    void a_module_traced_in_evaluation_mode_is_accused_only_of_untrained_weights()
            throws IOException {
        assertThat(Accusations.against(classifier(TorchScript.tracedInEvaluationMode(folder)))
                        .checks())
                .containsExactly("another-seed-starts-elsewhere");
    }

    private Trainer trainer(Path path) {
        Trainer trainer =
                load(path).newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()));
        trainer.initialize(new Shape(6, 4));
        return trainer;
    }

    private ModelUnderTest classifier(Path path) {
        return Djl.model("exported", () -> load(path).getBlock())
                .task(Task.classification(3))
                .loss(Loss.softmaxCrossEntropyLoss())
                .optimizer(Models::adam)
                .trainingData(Samples.learnable(4))
                .build();
    }

    private Model load(Path path) {
        Model model = TorchScript.load(path, Map.of("trainParam", "true"));
        loaded.add(model);
        return model;
    }

    private static float[] outputs(NDList outputs) {
        return outputs.head().toFloatArray();
    }
}
