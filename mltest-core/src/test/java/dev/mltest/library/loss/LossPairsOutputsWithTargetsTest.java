package dev.mltest.library.loss;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.PairingEvidence;
import dev.mltest.experiment.LossPairing;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

class LossPairsOutputsWithTargetsTest {

    private final Check check = new LossPairsOutputsWithTargets();

    @Test
    void holds_on_a_correct_classifier_and_a_correct_regressor() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(1);
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void catches_a_loss_that_broadcasts() {
        ReferenceModel model = ReferenceModel.regressor().loss(Losses.broadcastSquaredError());

        Approved.verify("loss-pairs-outputs-with-targets.broadcast", failure(judge(check, model)));
    }

    @Test
    void catches_a_loss_that_broadcasts_far_targets() {
        violated(judge(
                check,
                ReferenceModel.regressor()
                        .loss(Losses.broadcastSquaredError())
                        .data(targets(value -> 1e4 * value))));
    }

    @Test
    void far_targets_are_paired_although_their_squares_are_large() {
        held(judge(check, ReferenceModel.regressor().data(targets(value -> 4e4 + value))));
    }

    @Test
    void rare_labels_are_paired_although_few_move() {
        held(judge(check, ReferenceModel.regressor().data(targets(value -> value > 1.2 ? 1 : 0))));
    }

    @Test
    void equal_targets_decide_nothing() {
        assertThat(reason(judge(check, ReferenceModel.regressor().data(targets(value -> 3)))))
                .isEqualTo("all examples of the batch have the same target, or the loss of made-up"
                        + " outputs is not finite");
    }

    @Test
    void no_arrangements_are_nothing_examined() {
        violated(judge(
                check,
                WrittenEvidence.about(Task.regression())
                        .with(new LossPairing(), new PairingEvidence(8, List.of(), 0x1p-23))));
    }

    @Test
    void a_custom_loss_may_compare_sets() {
        assertThat(reason(judge(check, ReferenceModel.regressor().task(Task.custom("moments")))))
                .isEqualTo("the loss of a custom task may compare sets, not examples");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-regressor' can only predict here: it has no loss and no gradients");
    }

    private static Batch targets(DoubleUnaryOperator image) {
        Batch batch = ToyData.values(256);
        return batch.withTargets(NamedTensors.of("target", batch.target().map(image)));
    }
}
