package dev.mltest.library.gradient;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.check.Clue;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.model.ElementType;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.LossFunction;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class GradientsReachEveryParameterTest {

    private final Check check = new GradientsReachEveryParameter();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.regressor())).examined()).hasSize(4);
    }

    @Test
    void catches_a_gradient_that_is_cut_on_the_way_back() {
        ReferenceModel model = ReferenceModel.classifier().after("dropout", Layers.cut("detached"));

        Approved.verify(
                "gradients-reach-every-parameter.cut-gradient", failure(judge(check, model)));
    }

    @Test
    void catches_a_layer_whose_result_is_not_used() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", Layers.elementwise("unused", x -> 1, y -> 0));

        Approved.verify(
                "gradients-reach-every-parameter.unused-layer", failure(judge(check, model)));
    }

    @Test
    void units_that_are_all_dead_are_told_from_a_cut() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.startedAt(
                                -100, 1, Layers.dense("hidden", ToyData.FEATURES, 24, noise)),
                        Layers.relu("act"),
                        Layers.dense("head", 24, ToyData.CLASSES, noise)));

        assertThat(clues(model))
                .anyMatch(fact -> fact.equals(
                        "act puts out 0 for every example: units dead, saturated or masked"))
                .noneMatch(fact -> fact.contains("cut on the way back"));
    }

    @Test
    void a_masked_loss_is_told_from_a_cut() {
        ReferenceModel model = ReferenceModel.regressor().loss(new AllMasked());

        assertThat(clues(model)).anyMatch(fact -> fact.contains("moves the outputs by"));
    }

    @Test
    void a_zero_initialised_last_layer_only_delays_the_gradient() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, 0, noise)));

        assertThat(held(judge(check, model)).examined()).hasSize(4);
    }

    @Test
    void a_frozen_parameter_needs_no_gradient() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.frozen(Layers.dense("hidden", ToyData.FEATURES, 24, noise)),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)));

        assertThat(held(judge(check, model)).examined()).hasSize(2);
    }

    @Test
    void rounding_hides_what_is_upstream_to_first_order() {
        ReferenceModel model = ReferenceModel.regressor().after("tanh", Layers.rounding("rounded"));

        assertThat(violated(judge(check, model)).clues())
                .extracting(Clue::fact)
                .anyMatch(fact ->
                        fact.startsWith("nudging hidden/weight and hidden/bias by 1 % moves"));
    }

    @Test
    void an_optimizer_that_moves_nothing_does_not_matter() {
        held(judge(check, ReferenceModel.regressor().rule(() -> UpdateRule.descent(0))));
    }

    @Test
    void examining_nothing_is_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new FirstSteps(), new StepsEvidence(6, 3, 32, List.of(1.0), List.of()));

        assertThat(violated(judge(check, nothing)).summary())
                .isEqualTo("nothing was examined: there are no trainable parameters");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    private List<String> clues(ReferenceModel model) {
        return violated(judge(check, model)).clues().stream().map(Clue::fact).toList();
    }

    /** As of a batch in which no target counts. */
    private record AllMasked() implements LossFunction {

        @Override
        public double value(double[][] outputs, double[] targets, ElementType precision) {
            return 0.5;
        }

        @Override
        public double[][] gradient(double[][] outputs, double[] targets) {
            return new double[outputs.length][outputs[0].length];
        }
    }
}
