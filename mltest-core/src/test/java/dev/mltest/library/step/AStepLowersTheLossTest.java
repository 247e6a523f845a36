package dev.mltest.library.step;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.evidence.DescentEvidence;
import dev.mltest.evidence.DescentEvidence.Point;
import dev.mltest.experiment.Descent;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class AStepLowersTheLossTest {

    private final Check check = new AStepLowersTheLoss();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(1);
    }

    @Test
    void catches_an_update_with_the_wrong_sign() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.descent(-0.01));

        Approved.verify("a-step-lowers-the-loss.wrong-sign", failure(judge(check, model)));
    }

    @Test
    void a_bold_step_that_overshoots_is_no_fault() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.descent(10));

        held(judge(check, model));
    }

    @Test
    void a_bold_step_that_overshoots_to_nan_is_no_fault_either() {
        held(judge(
                check,
                written(new DescentEvidence.Descent(
                        1, 0.1, -0.5, List.of(new Point(1, Double.NaN), new Point(0.125, 0.9))))));
    }

    @Test
    void a_custom_task_whose_parts_play_against_each_other_is_not_judged() {
        DescentEvidence.Descent game =
                new DescentEvidence.Descent(1, 0.1, -0.5, List.of(new Point(1, 1.1)));

        assertThat(reason(judge(check, written(Task.custom("game"), game))))
                .startsWith("by its own gradients the update leads downhill, and the loss rises");
    }

    @Test
    void a_custom_task_that_climbs_by_its_own_gradients_is_accused() {
        DescentEvidence.Descent ascent =
                new DescentEvidence.Descent(1, 0.1, 0.5, List.of(new Point(1, 1.1)));

        assertThat(failure(judge(check, written(Task.custom("ranking"), ascent))))
                .contains("by the gradient that the model reports, the update leads uphill, too");
    }

    @Test
    void one_batch_that_agrees_is_enough() {
        CheckReport report = judge(
                check,
                written(
                        new DescentEvidence.Descent(1, 0.1, -0.5, List.of(new Point(1, 1.1))),
                        new DescentEvidence.Descent(1, 0.1, -0.5, List.of(new Point(1, 0.9)))));

        held(report);
    }

    @Test
    void a_step_that_moves_nothing_decides_nothing() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.descent(0));

        assertThat(reason(judge(check, model))).isEqualTo("the first step moved no parameter");
    }

    @Test
    void a_loss_that_does_not_react_decides_nothing() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.descent(-1e-9));

        assertThat(reason(judge(check, model)))
                .isEqualTo("the loss does not react to the first step beyond round-off");
    }

    @Test
    void no_batches_decide_nothing() {
        assertThat(reason(judge(check, written()))).isEqualTo("the first step moved no parameter");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    private static WrittenEvidence written(DescentEvidence.Descent... batches) {
        return written(Task.regression(), batches);
    }

    private static WrittenEvidence written(Task task, DescentEvidence.Descent... batches) {
        return WrittenEvidence.about(task)
                .with(new Descent(), new DescentEvidence(List.of(batches)));
    }
}
