package dev.mltest.library.independence;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.MixingEvidence;
import dev.mltest.evidence.MixingEvidence.Output;
import dev.mltest.experiment.Mixing;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class PredictionsRepeatTest {

    private final Check check = new PredictionsRepeat();

    @Test
    void holds_on_a_model_whose_dropout_stops_at_inference() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(1);
    }

    @Test
    void a_predictor_is_enough() {
        held(judge(check, ReferenceModel.classifier().as(PlainPredictor::new)));
    }

    @Test
    void catches_dropout_that_does_not_stop_at_inference() {
        ReferenceModel model =
                ReferenceModel.classifier().after("tanh", Layers.dropoutAtInference("noisy", 0.5));

        Approved.verify("predictions-repeat.dropout-at-inference", failure(judge(check, model)));
    }

    @Test
    void sums_in_changing_order_do_not_count() {
        held(judge(check, written(new Output("output", 8, 0, -1, 1e-6, 1, 0x1p-23))));
    }

    @Test
    void noise_is_measured_against_the_size_of_the_output() {
        violated(judge(check, written(new Output("output", 8, 0, -1, 1e-6, 1e-3, 0x1p-23))));
    }

    @Test
    void outputs_that_are_nan_are_for_another_check() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("head", Layers.elementwise("nan", x -> Double.NaN, y -> 1));

        assertThat(reason(judge(check, model)))
                .isEqualTo("all outputs hold NaN or infinities, of which none equals another");
    }

    @Test
    void no_outputs_are_a_violation() {
        assertThat(violated(judge(check, written())).summary())
                .isEqualTo("nothing was examined: there are no outputs");
    }

    private static WrittenEvidence written(Output... outputs) {
        return WrittenEvidence.about(Task.regression())
                .with(new Mixing(), new MixingEvidence(8, 8, List.of(outputs)));
    }
}
