package dev.mltest.library.loop;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.LoopPredictionEvidence;
import dev.mltest.experiment.LoopPrediction;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.model.TrainingLoop;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.OwnLoops;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class TheLoopPredictsInInferenceModeTest {

    private final Check check = new TheLoopPredictsInInferenceMode();
    private final ReferenceModel model = ReferenceModel.classifier();
    private final ReferenceModel regressor = ReferenceModel.regressor();

    @Test
    void holds_for_a_loop_that_predicts_as_the_model_does() {
        assertThat(held(judge(check, declared(model, OwnLoops.of(model)))).examined())
                .hasSize(4);
    }

    @Test
    void catches_predictions_in_training_mode() {
        var loop = OwnLoops.of(model)
                .predict((network, batch) ->
                        network.evaluate(batch, Mode.TRAINING).outputs());

        Approved.verify(
                "the-loop-predicts-in-inference-mode.training-mode",
                failure(judge(check, declared(model, loop))));
    }

    @Test
    void catches_a_state_that_is_kept_from_one_prediction_to_the_next() {
        double[] state = new double[1];
        var loop = OwnLoops.of(regressor).predict((network, batch) -> {
            ArrayTensor outputs = network.predict(batch).first().toArray();
            double before = state[0];
            state[0] = outputs.get(0);
            return NamedTensors.of("output", outputs.map(x -> x + before));
        });

        assertThat(failure(judge(check, declared(regressor, loop))))
                .contains("the same batch again", "serving prediction");
    }

    @Test
    void catches_predictions_of_another_model() {
        var loop = OwnLoops.of(regressor)
                .predict((network, batch) -> regressor.network(77).predict(batch));

        assertThat(failure(judge(check, declared(regressor, loop))))
                .contains("the model in inference mode");
    }

    @Test
    void logits_may_be_made_probabilities() {
        var loop = OwnLoops.of(model).predict((network, batch) -> {
            ArrayTensor logits = network.predict(batch).first().toArray();
            int width = logits.rowLength();
            double[] shares = new double[logits.length()];
            for (int i = 0; i < shares.length; i++) {
                double sum = 0;
                for (int j = i / width * width; j < (i / width + 1) * width; j++) {
                    sum += Math.exp(logits.get(j));
                }
                shares[i] = Math.exp(logits.get(i)) / sum;
            }
            return NamedTensors.of("shares", ArrayTensor.ofDoubles(logits.shape(), shares));
        });

        held(judge(check, declared(model, loop)));
    }

    @Test
    void outputs_may_be_scaled_back() {
        var loop = OwnLoops.of(regressor)
                .predict((network, batch) -> NamedTensors.of(
                        "price",
                        network.predict(batch).first().toArray().map(x -> 1000 * x + 300)));

        held(judge(check, declared(regressor, loop)));
    }

    @Test
    void what_the_model_itself_does_is_not_laid_to_the_loop() {
        ReferenceModel mixing =
                ReferenceModel.regressor().after("hidden", Layers.centreByBatch("centre", 24));

        held(judge(check, declared(mixing, OwnLoops.of(mixing))));
    }

    @Test
    void predictions_without_outputs_are_no_success() {
        var nothing = WrittenEvidence.about(Task.regression())
                .with(new LoopPrediction(), new LoopPredictionEvidence(8, List.of()));

        violated(judge(check, nothing));
    }

    @Test
    void without_declared_predictions_there_is_nothing_to_examine() {
        assertThat(reason(judge(check, model))).startsWith("no training loop is declared");
        assertThat(reason(judge(
                        check,
                        declared(model, TrainingLoop.starting(model::network).model(n -> n)))))
                .contains("add .predict(");
    }

    private static ModelUnderTest declared(
            ReferenceModel model, TrainingLoop<ReferenceNetwork> loop) {
        return model.builder().trainingLoop(loop).build();
    }
}
