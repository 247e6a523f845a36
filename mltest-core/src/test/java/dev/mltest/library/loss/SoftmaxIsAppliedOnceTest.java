package dev.mltest.library.loss;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.OutputProfile;
import dev.mltest.evidence.SoftmaxEvidence;
import dev.mltest.experiment.SoftmaxPlace;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.Verdicts;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class SoftmaxIsAppliedOnceTest {

    private static final Task PROBABILITIES =
            Task.classification(ToyData.CLASSES).fromProbabilities();

    private final Check check = new SoftmaxIsAppliedOnce();

    @Test
    void holds_with_the_softmax_in_the_loss() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(1);
    }

    @Test
    void holds_with_the_softmax_in_the_model() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("head", Layers.softmax("softmax"))
                .loss(Losses.logOfProbabilities())
                .task(PROBABILITIES);

        held(judge(check, model));
    }

    @Test
    void catches_a_second_softmax() {
        ReferenceModel model = ReferenceModel.classifier().after("head", Layers.softmax("softmax"));

        Approved.verify("softmax-is-applied-once.twice", failure(judge(check, model)));
    }

    @Test
    void catches_two_of_them_in_the_model() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("head", Layers.softmax("softmax"))
                .after("softmax", Layers.softmax("again"))
                .loss(Losses.logOfProbabilities())
                .task(PROBABILITIES);

        Approved.verify("softmax-is-applied-once.again", failure(judge(check, model)));
    }

    @Test
    void catches_all_three() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("head", Layers.softmax("softmax"))
                .after("softmax", Layers.softmax("again"));

        assertThat(violated(judge(check, model)).summary())
                .startsWith("scores are normalised 3 times on their way to the loss");
    }

    @Test
    void a_softmax_inside_the_network_is_not_taken_for_another() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("scores", ToyData.FEATURES, ToyData.CLASSES, 1, noise),
                        Layers.softmax("attention"),
                        Layers.dense("head", ToyData.CLASSES, ToyData.CLASSES, 1e-7, noise),
                        Layers.softmax("softmax")))
                .loss(Losses.logOfProbabilities())
                .task(PROBABILITIES);

        held(judge(check, model));
    }

    @Test
    void catches_a_missing_softmax() {
        ReferenceModel model =
                ReferenceModel.classifier().loss(Losses.logOfProbabilities()).task(PROBABILITIES);

        Approved.verify("softmax-is-applied-once.never", failure(judge(check, model)));
    }

    @Test
    void catches_a_sigmoid_before_a_loss_that_has_its_own() {
        assertThat(timesNormalised(Task.binary(), 1, 0.5, 3e-4)).isEqualTo(2);
        assertThat(timesNormalised(Task.binary().fromProbabilities(), 1, 0.5, 3e-4))
                .isEqualTo(2);
    }

    @Test
    void catches_logits_that_a_loss_takes_for_probabilities() {
        assertThat(timesNormalised(Task.binary(), 40, 1e-7, -2)).isEqualTo(0);
        assertThat(timesNormalised(Task.binary(), 40, 1e-7, Double.NaN)).isEqualTo(0);
    }

    @Test
    void one_logit_and_one_probability_are_normalised_once() {
        assertThat(timesNormalised(Task.binary(), 40, 0.5, 3e-4)).isEqualTo(1);
        assertThat(timesNormalised(Task.binary().fromProbabilities(), 1, 1e-7, 1e-7))
                .isEqualTo(1);
    }

    @Test
    void probabilities_of_a_rare_label_may_round_to_zero() {
        OutputProfile rare = new OutputProfile(0.005, 0.09, 0.04, 0.005, 0.09, 2, 1, 0);
        OutputProfile zeros = new OutputProfile(0, 0, 0, 0, 0, 0, 1, 0);
        OutputProfile ones = new OutputProfile(1, 1, 1, 1, 1, 1, 1, 0);

        held(judge(
                check,
                WrittenEvidence.about(Task.binary().fromProbabilities())
                        .with(
                                new SoftmaxPlace(),
                                new SoftmaxEvidence(
                                        rare, zeros, ones, 0.2, 10, 1e-7, 1e-7, List.of(),
                                        List.of()))));
    }

    private double timesNormalised(Task task, double reach, double crispLoss, double boldLoss) {
        OutputProfile outputs = new OutputProfile(0.4, 0.6, 0.5, 0.4, 0.6, 0.6, 1, 0);
        OutputProfile wide =
                new OutputProfile(reach > 1 ? -reach : 0, reach, reach, 0, reach, reach, 1, 0);
        WrittenEvidence evidence = WrittenEvidence.about(task)
                .with(
                        new SoftmaxPlace(),
                        new SoftmaxEvidence(
                                outputs, wide, wide, 0.7, 0.8, crispLoss, boldLoss, List.of(),
                                List.of()));
        return Verdicts.measurements(judge(check, evidence)).get(0).value();
    }

    @Test
    void a_small_last_layer_is_not_taken_for_a_softmax() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("head", ToyData.FEATURES, ToyData.CLASSES, 1e-5, noise),
                        Layers.elementwise("third", x -> x + 1 / 3.0, y -> 1)));

        held(judge(check, model));
    }

    @Test
    void regression_has_no_softmax() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("the task is regression, not classification");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.classifier().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-classifier' can only predict here: it has no loss and no gradients");
    }
}
