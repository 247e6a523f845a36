package dev.mltest.library.independence;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.check.Measurement;
import dev.mltest.evidence.PredictingEvidence;
import dev.mltest.experiment.Predicting;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ModeLayers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class PredictingMovesNothingTest {

    private final Check check = new PredictingMovesNothing();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(8);
    }

    @Test
    void a_predictor_is_enough() {
        held(judge(check, ReferenceModel.classifier().as(PlainPredictor::new)));
    }

    @Test
    void catches_a_state_that_predictions_move() {
        ReferenceModel model =
                ReferenceModel.regressor().after("tanh", () -> ModeLayers.counting("served"));

        Approved.verify("predicting-moves-nothing.counted", failure(judge(check, model)));
    }

    @Test
    void catches_a_hidden_state_that_later_predictions_see() {
        ReferenceModel model =
                ReferenceModel.regressor().after("hidden", () -> ModeLayers.remembering("memory"));

        assertThat(violated(judge(check, model)).violations())
                .extracting(Measurement::locus)
                .containsExactly("output");
    }

    @Test
    void outputs_that_are_noisy_anyway_are_only_noted() {
        ReferenceModel model =
                ReferenceModel.regressor().after("tanh", Layers.dropoutAtInference("noisy", 0.5));

        assertThat(held(judge(check, model)).note())
                .isEqualTo("output differs from one prediction to the next anyway");
        reason(judge(check, model.as(PlainPredictor::new)));
    }

    @Test
    void outputs_that_are_nan_are_only_noted() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("head", Layers.elementwise("nan", x -> Double.NaN, y -> 1));

        assertThat(held(judge(check, model)).note()).isEqualTo("output holds NaN or infinities");
    }

    @Test
    void nothing_seen_is_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new Predicting(), new PredictingEvidence(8, 9, "", List.of(), List.of()));

        violated(judge(check, nothing));
    }
}
