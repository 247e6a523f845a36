package dev.mltest.library.output;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.ReachEvidence;
import dev.mltest.experiment.OutputReach;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

class OutputsReachTheTargetsTest {

    private static final Task PROBABILITIES =
            Task.classification(ToyData.CLASSES).fromProbabilities();

    private final Check check = new OutputsReachTheTargets();

    @Test
    void holds_on_a_correct_classifier_and_a_correct_regressor() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(2);
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void catches_a_sigmoid_for_targets_below_zero() {
        ReferenceModel model = ReferenceModel.regressor().after("head", Layers.sigmoid("sigmoid"));

        Approved.verify("outputs-reach-the-targets.sigmoid", failure(judge(check, model)));
    }

    @Test
    void catches_targets_far_beyond_a_bounded_output() {
        violated(judge(
                check,
                ReferenceModel.regressor()
                        .after("head", Layers.tanh("bound"))
                        .data(targets(value -> 1e4 * value))));
    }

    @Test
    void targets_of_any_size_are_within_reach_of_a_linear_output() {
        held(judge(check, ReferenceModel.regressor().data(targets(value -> 1e5 + 1e4 * value))));
    }

    @Test
    void a_rectified_output_reaches_targets_that_are_not_negative() {
        held(judge(
                check,
                ReferenceModel.regressor()
                        .after("head", Layers.relu("relu"))
                        .data(targets(Math::abs))));
    }

    @Test
    void a_rectified_output_may_miss_the_noise_of_targets_around_zero() {
        held(judge(
                check,
                ReferenceModel.regressor()
                        .after("head", Layers.relu("relu"))
                        .data(targets(value -> value > -1.9 ? Math.abs(value) : -0.05))));
    }

    @Test
    void catches_rectified_scores() {
        ReferenceModel model = ReferenceModel.classifier().after("head", Layers.relu("relu"));

        Approved.verify("outputs-reach-the-targets.rectified-scores", failure(judge(check, model)));
    }

    @Test
    void catches_rectified_scores_before_a_softmax() {
        violated(judge(
                check,
                ReferenceModel.classifier()
                        .after("head", Layers.relu("relu"))
                        .after("relu", Layers.softmax("softmax"))
                        .loss(Losses.logOfProbabilities())
                        .task(PROBABILITIES)));
    }

    @Test
    void catches_scores_that_can_hardly_differ() {
        violated(
                judge(check, ReferenceModel.classifier().after("head", Layers.sigmoid("sigmoid"))));
    }

    @Test
    void scores_may_be_negative_only() {
        held(judge(
                check,
                ReferenceModel.classifier()
                        .after(
                                "head",
                                Layers.elementwise(
                                        "square", x -> -x * x, y -> -2 * Math.sqrt(-y)))));
    }

    @Test
    void probabilities_reach_certainty() {
        held(judge(
                check,
                ReferenceModel.classifier()
                        .after("head", Layers.softmax("softmax"))
                        .loss(Losses.logOfProbabilities())
                        .task(PROBABILITIES)));
    }

    @Test
    void a_last_layer_of_zeros_reaches_everything() {
        held(judge(
                check,
                ReferenceModel.classifier()
                        .layers(noise -> List.of(
                                Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                                Layers.tanh("tanh"),
                                Layers.dense("head", 24, ToyData.CLASSES, 0, noise)))));
    }

    @Test
    void layers_that_do_not_move_the_outputs_do_not_count() {
        ReferenceModel model = ReferenceModel.regressor()
                .data(targets(value -> 1e5 * value))
                .layers(noise -> List.of(
                        Layers.dense("head", ToyData.FEATURES, 1, noise),
                        Layers.unused("first"),
                        Layers.unused("second"),
                        Layers.unused("third")));

        held(judge(check, model));
    }

    @Test
    void outputs_that_react_to_nothing_decide_nothing() {
        assertThat(reason(judge(check, written(new ReachEvidence(false, 0, 0, 0, 1, 1, 0, 0)))))
                .isEqualTo("the outputs do not react to the last layers' weights");
    }

    @Test
    void a_loss_that_cannot_be_evaluated_decides_nothing() {
        double unknown = Double.NaN;

        assertThat(reason(judge(
                        check,
                        written(new ReachEvidence(
                                true, -1, 1, unknown, unknown, unknown, unknown, 0)))))
                .isEqualTo("the loss of made-up outputs cannot be evaluated here");
    }

    @Test
    void a_custom_task_asks_for_no_range() {
        assertThat(reason(judge(check, ReferenceModel.regressor().task(Task.custom("ranking")))))
                .isEqualTo("the task, ranking, asks for no particular range");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-regressor' can only predict here: it has no loss and no gradients");
    }

    private static WrittenEvidence written(ReachEvidence evidence) {
        return WrittenEvidence.about(Task.regression()).with(new OutputReach(), evidence);
    }

    private static Batch targets(DoubleUnaryOperator image) {
        Batch batch = ToyData.values(256);
        return batch.withTargets(NamedTensors.of("target", batch.target().map(image)));
    }
}
