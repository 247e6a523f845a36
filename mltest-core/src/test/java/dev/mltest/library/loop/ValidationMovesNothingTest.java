package dev.mltest.library.loop;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.LoopValidationEvidence;
import dev.mltest.experiment.LoopValidation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;
import dev.mltest.model.TrainingLoop;
import dev.mltest.testing.Approved;
import dev.mltest.testing.OwnLoops;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ValidationMovesNothingTest {

    private final Check check = new ValidationMovesNothing();
    private final ReferenceModel model = ReferenceModel.regressor();
    private final ReferenceModel noisy = ReferenceModel.classifier();

    @Test
    void holds_for_a_validation_that_predicts() {
        assertThat(held(judge(check, declared(model, OwnLoops.of(model)))).examined())
                .hasSize(2);
    }

    @Test
    void catches_a_validation_that_trains() {
        var loop = OwnLoops.of(model).validate(network -> network.step(ToyData.values(64)));

        Approved.verify(
                "validation-moves-nothing.trains", failure(judge(check, declared(model, loop))));
    }

    @Test
    void catches_a_validation_in_training_mode() {
        var loop = OwnLoops.of(noisy)
                .validate(network -> network.evaluate(ToyData.classes(64), Mode.TRAINING));

        Approved.verify(
                "validation-moves-nothing.training-mode",
                failure(judge(check, declared(noisy, loop))));
    }

    @Test
    void catches_a_validation_that_moves_only_what_the_optimizer_remembers() {
        var loop = OwnLoops.of(model).validate(network -> {
            Map<ParameterPath, Tensor> before = new HashMap<>();
            network.parameters()
                    .forEach(each ->
                            before.put(each.path(), network.value(each.path()).copy()));
            network.step(ToyData.values(64));
            before.forEach(network::assign);
        });

        assertThat(failure(judge(check, declared(model, loop))))
                .contains("changed elements after the next step");
    }

    @Test
    void noise_that_validation_uses_up_is_not_accused() {
        var loop = OwnLoops.of(noisy).validate(network -> network.seed(99));

        assertThat(held(judge(check, declared(noisy, loop))).note())
                .contains("training draws random numbers");
    }

    @Test
    void a_loop_without_steps_is_still_looked_at() {
        var loop = TrainingLoop.starting(model::network)
                .model(network -> network)
                .validate(network -> network.step(ToyData.values(64)));

        violated(judge(check, declared(model, loop)));
    }

    @Test
    void a_model_without_parameters_is_no_success() {
        var nothing = WrittenEvidence.about(Task.regression())
                .with(new LoopValidation(), new LoopValidationEvidence(false, "", List.of()));

        violated(judge(check, nothing));
    }

    @Test
    void without_a_declared_validation_there_is_nothing_to_examine() {
        assertThat(reason(judge(check, model))).startsWith("no training loop is declared");
        assertThat(reason(judge(
                        check,
                        declared(model, TrainingLoop.starting(model::network).model(n -> n)))))
                .contains("add .validate(");
    }

    private static ModelUnderTest declared(
            ReferenceModel model, TrainingLoop<ReferenceNetwork> loop) {
        return model.builder().trainingLoop(loop).build();
    }
}
