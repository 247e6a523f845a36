package dev.mltest.library.loop;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.LoopTrainingEvidence;
import dev.mltest.experiment.LoopTraining;
import dev.mltest.model.Task;
import dev.mltest.model.TrainingLoop;
import dev.mltest.testing.Approved;
import dev.mltest.testing.OwnLoops;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class TheLoopTrainsThisModelTest {

    private final Check check = new TheLoopTrainsThisModel();
    private final ReferenceModel model = ReferenceModel.regressor();

    @Test
    void holds_for_a_loop_that_trains_its_model() {
        held(judge(check, model.builder().trainingLoop(OwnLoops.of(model)).build()));
    }

    @Test
    void catches_a_loop_that_trains_a_clone() {
        TrainingLoop<ReferenceNetwork> clone = OwnLoops.of(model)
                .train(network ->
                        OwnLoops.train(model.network(1), ToyData.values(64), new Random(7)));

        Approved.verify(
                "the-loop-trains-this-model.clone",
                failure(judge(check, model.builder().trainingLoop(clone).build())));
    }

    @Test
    void a_rate_of_zero_is_none_of_the_loops_doing() {
        ReferenceModel still = ReferenceModel.regressor().rule(() -> UpdateRule.descent(0));

        assertThat(reason(judge(
                        check, still.builder().trainingLoop(OwnLoops.of(still)).build())))
                .isEqualTo("the declared optimizer moves nothing in its first steps either");
    }

    @Test
    void a_model_without_parameters_is_trained_by_nobody() {
        var nothing = WrittenEvidence.about(Task.regression())
                .with(new LoopTraining(), new LoopTrainingEvidence(true, true, List.of()));

        violated(judge(check, nothing));
    }

    @Test
    void without_a_declared_loop_there_is_nothing_to_examine() {
        assertThat(reason(judge(check, model)))
                .isEqualTo("no training loop is declared; write"
                        + " .trainingLoop(TrainingLoop.starting(MyTraining::new).model(...))");
    }

    @Test
    void without_its_own_training_the_loop_cannot_be_examined() {
        var stepping = TrainingLoop.starting(model::network).model(network -> network);

        assertThat(reason(judge(check, model.builder().trainingLoop(stepping).build())))
                .isEqualTo("the declared training loop lacks a part; add"
                        + " .train(training -> training.train())");
    }

    @Test
    void a_predictor_has_no_gradient_to_compare_with() {
        ReferenceModel predictor = ReferenceModel.regressor().as(PlainPredictor::new);

        assertThat(reason(judge(
                        check,
                        predictor.builder().trainingLoop(OwnLoops.of(model)).build())))
                .contains("can only predict here");
    }
}
