package dev.mltest.library.loss;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.PenaltyEvidence;
import dev.mltest.evidence.PenaltyEvidence.Pull;
import dev.mltest.experiment.PenaltyRest;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class DataOutweighsThePenaltyTest {

    private final Check check = new DataOutweighsThePenalty();

    @Test
    void holds_on_a_correct_classifier_and_a_correct_regressor() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).isNotEmpty();
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void catches_a_decay_that_outweighs_the_data() {
        ReferenceModel model =
                ReferenceModel.classifier().rule(() -> UpdateRule.decaying(0.05, 0.03));

        Approved.verify("data-outweighs-the-penalty.decay", failure(judge(check, model)));
    }

    @Test
    void a_sensible_decay_is_none() {
        held(judge(check, ReferenceModel.classifier().rule(() -> UpdateRule.decaying(0.2, 0.01))));
    }

    @Test
    void a_model_that_does_not_learn_need_not_shrink() {
        held(judge(check, ReferenceModel.classifier().rule(() -> UpdateRule.descent(1e-6))));
        held(judge(check, ReferenceModel.classifier().rule(() -> UpdateRule.descent(-0.01))));
    }

    @Test
    void weights_that_shrink_while_the_batch_is_learnt_are_fine() {
        held(judge(check, written(0.1, new Pull(ParameterPath.of("a/w"), 4, 0.4, 1, 1e-3, 0.9))));
    }

    @Test
    void weights_that_shrink_sideways_are_not_drawn_to_zero() {
        held(judge(check, written(1, new Pull(ParameterPath.of("a/w"), 4, 1.6, 0.7, 1e-3, 0))));
    }

    @Test
    void catches_weights_that_are_drawn_to_zero_before_the_batch_is_learnt() {
        violated(
                judge(check, written(1, new Pull(ParameterPath.of("a/w"), 4, 1.6, 0.99, 1e-3, 0))));
    }

    @Test
    void weights_that_all_start_at_zero_decide_nothing() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(Layers.dense("head", ToyData.FEATURES, 24, 0, noise)));

        assertThat(reason(judge(check, model)))
                .isEqualTo(
                        "no trainable matrix of 16 elements or more starts from anything but zero");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    private static WrittenEvidence written(double endLoss, Pull... weights) {
        return WrittenEvidence.about(Task.regression())
                .with(
                        new PenaltyRest(),
                        new PenaltyEvidence(200, 1.2, endLoss, 1.1, 0, List.of(weights)));
    }
}
