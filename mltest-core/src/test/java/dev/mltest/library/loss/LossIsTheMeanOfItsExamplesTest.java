package dev.mltest.library.loss;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.evidence.ExamplesEvidence;
import dev.mltest.evidence.MixingEvidence;
import dev.mltest.experiment.LossByExample;
import dev.mltest.experiment.Mixing;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class LossIsTheMeanOfItsExamplesTest {

    private final Check check = new LossIsTheMeanOfItsExamples();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(1);
    }

    @Test
    void catches_a_loss_that_sums() {
        ReferenceModel model = ReferenceModel.classifier().loss(Losses.summedCrossEntropy());

        Approved.verify("loss-is-the-mean-of-its-examples.summed", failure(judge(check, model)));
    }

    @Test
    void catches_a_loss_that_broadcasts() {
        ReferenceModel model = ReferenceModel.regressor().loss(Losses.broadcastSquaredError());

        Approved.verify("loss-is-the-mean-of-its-examples.broadcast", failure(judge(check, model)));
    }

    @Test
    void a_mean_weighted_by_what_is_not_masked_is_a_mean() {
        held(judge(check, written(2.5, List.of(1.0, 3.0), List.of(1.0, 3.0))));
    }

    @Test
    void a_plain_mean_is_a_mean_whatever_is_masked() {
        held(judge(check, written(2, List.of(1.0, 3.0), List.of(1.0, 3.0))));
    }

    @Test
    void a_loss_that_is_nan_is_no_mean() {
        violated(judge(check, written(Double.NaN, List.of(1.0, 3.0), List.of(1.0, 1.0))));
    }

    @Test
    void predictions_that_do_not_repeat_decide_nothing() {
        ReferenceModel model =
                ReferenceModel.classifier().after("tanh", Layers.dropoutAtInference("noisy", 0.5));

        assertThat(reason(judge(check, model)))
                .isEqualTo("predictions do not repeat, see predictions-repeat");
    }

    @Test
    void examples_that_mix_decide_nothing() {
        ReferenceModel model =
                ReferenceModel.classifier().after("tanh", Layers.centreByBatch("mixing", 24));

        assertThat(reason(judge(check, model)))
                .isEqualTo("outputs depend on the other examples, see examples-do-not-mix");
    }

    @Test
    void no_examples_have_no_mean() {
        violated(judge(check, written(0, List.of(), List.of())));
    }

    @Test
    void a_custom_loss_may_relate_examples() {
        CheckReport report = judge(
                check,
                ReferenceModel.classifier().task(Task.custom("contrastive")).build());

        assertThat(reason(report))
                .isEqualTo(
                        "the loss of a custom task may relate examples, as a contrastive one does");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-regressor' can only predict here: it has no loss and no gradients");
    }

    private static WrittenEvidence written(
            double batchLoss, List<Double> losses, List<Double> weights) {
        return WrittenEvidence.about(Task.regression())
                .with(new Mixing(), new MixingEvidence(8, 8, List.of()))
                .with(
                        new LossByExample(),
                        new ExamplesEvidence(batchLoss, batchLoss, losses, weights, 0x1p-23));
    }
}
