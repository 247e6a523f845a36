package dev.mltest.library.independence;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import dev.mltest.check.Check;
import dev.mltest.evidence.TransplantEvidence;
import dev.mltest.experiment.Transplant;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ModeLayers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class ParametersDetermineTheOutputsTest {

    private final Check check = new ParametersDetermineTheOutputs();

    @Test
    void holds_on_a_correct_model() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_weights_that_are_not_registered() {
        ReferenceModel model = ReferenceModel.regressor();
        model.layers(noise -> List.of(
                Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                Layers.tanh("tanh"),
                ModeLayers.unregistered("gains", 24, noise),
                Layers.dense("head", 24, 1, noise)));

        Approved.verify(
                "parameters-determine-the-outputs.not-registered", failure(judge(check, model)));
    }

    @Test
    void constants_that_are_the_same_for_every_seed_do_no_harm() {
        held(judge(
                check,
                ReferenceModel.regressor()
                        .after("tanh", Layers.elementwise("gain", x -> 3 * x, y -> 3))));
    }

    @Test
    void running_statistics_are_carried_over() {
        held(judge(
                check,
                ReferenceModel.regressor().after("tanh", () -> Layers.centre("centre", 24))));
    }

    @Test
    void a_model_that_does_not_repeat_itself_decides_nothing() {
        reason(judge(
                check,
                ReferenceModel.regressor().after("tanh", Layers.dropoutAtInference("noisy", 0.5))));
        reason(judge(
                check,
                ReferenceModel.regressor()
                        .after("head", Layers.elementwise("nan", x -> Double.NaN, y -> 1))));
    }

    @Test
    void no_outputs_are_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new Transplant(), new TransplantEvidence(4, true, List.of(), List.of()));

        violated(judge(check, nothing));
    }

    @Test
    void a_predictor_cannot_be_asked() {
        reason(judge(check, ReferenceModel.classifier().as(PlainPredictor::new)));
    }
}
