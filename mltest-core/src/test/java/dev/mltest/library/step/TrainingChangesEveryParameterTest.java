package dev.mltest.library.step;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Clue;
import dev.mltest.check.Measurement;
import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.NudgeEvidence.Nudge;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.experiment.Nudges;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ElementType;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;

class TrainingChangesEveryParameterTest {

    private final Check check = new TrainingChangesEveryParameter();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.regressor())).note()).isEmpty();
    }

    @Test
    void catches_an_optimizer_that_does_not_know_a_parameter() {
        ReferenceModel model = ReferenceModel.classifier()
                .rule(() -> UpdateRule.adam(0.02).forgetting("second/weight"));

        Approved.verify(
                "training-changes-every-parameter.optimizer-lacks-parameter",
                failure(judge(check, model)));
    }

    @Test
    void catches_a_gradient_that_is_cut() {
        ReferenceModel model = ReferenceModel.regressor().after("tanh", Layers.cut("detached"));

        Approved.verify(
                "training-changes-every-parameter.cut-gradient", failure(judge(check, model)));
    }

    @Test
    void decay_without_a_gradient_is_not_learning() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", Layers.cut("detached"))
                .rule(() -> UpdateRule.decaying(0.1, 0.01));

        Approved.verify(
                "training-changes-every-parameter.decay-alone", failure(judge(check, model)));
    }

    @Test
    void nan_is_not_a_change() {
        ReferenceModel model =
                ReferenceModel.regressor().rule(() -> UpdateRule.descent(Double.NaN));

        Approved.verify(
                "training-changes-every-parameter.nan-weights", failure(judge(check, model)));
    }

    @Test
    void examining_nothing_is_a_violation() {
        var report =
                judge(check, ReferenceModel.regressor().builder().frozen("**").build());

        assertThat(violated(report).summary())
                .isEqualTo("nothing was examined: there are no trainable parameters");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    @Nested
    class Tells_benign_patterns_from_faults {

        @Test
        void an_update_below_one_ulp_is_held_with_a_note() {
            ReferenceModel model = ReferenceModel.regressor()
                    .layers(noise -> List.of(
                            Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                            Layers.elementwise("small", x -> x * 1e-4, y -> 1e-4),
                            Layers.dense("head", 24, 1, noise)))
                    .rule(() -> UpdateRule.descent(1e-2))
                    .as(network -> filled(network, "hidden/weight", 1e4));

            var held = held(judge(check, model));

            assertThat(held.note())
                    .matches("hidden/weight progresses by \\S+ a step,"
                            + " below one unit in its last place \\(9.766e-04\\)");
            assertThat(held.examined())
                    .extracting(Measurement::quantity)
                    .contains("update before rounding");
        }

        @Test
        void an_update_that_is_zero_before_rounding_too_is_a_fault() {
            ReferenceModel model = ReferenceModel.regressor()
                    .rule(() -> UpdateRule.descent(1e-2).forgetting("hidden/weight"))
                    .as(network -> filled(network, "hidden/weight", 1e4));

            violated(judge(check, model));
        }

        @Test
        void a_zero_initialised_last_layer_lets_gradients_through_from_the_second_step() {
            ReferenceModel model = ReferenceModel.regressor()
                    .layers(noise -> List.of(
                            Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                            Layers.tanh("tanh"),
                            Layers.dense("head", 24, 1, 0, noise)));

            assertThat(held(judge(check, model)).examined()).hasSize(4);
        }

        private static ReferenceNetwork filled(
                ReferenceNetwork network, String path, double value) {
            ParameterPath place = ParameterPath.of(path);
            network.assign(
                    place,
                    ArrayTensor.filled(ElementType.FLOAT32, network.value(place).shape(), value));
            return network;
        }
    }

    /** By hand, since rounding rarely leaves such a gradient exactly zero. */
    @Nested
    class Tells_a_redundant_parameter_from_a_cut_one {

        private static final ParameterPath BIAS = ParameterPath.of("first/bias");
        private static final ParameterPath WEIGHT = ParameterPath.of("first/weight");

        @Test
        void a_bias_before_a_norm_is_redundant() {
            assertThat(held(judged(Shape.of(3), 0.1, 0)).note())
                    .isEqualTo("first/bias is redundant:"
                            + " what follows cancels it, as a norm does a bias");
        }

        @Test
        void a_bias_that_moves_the_loss_is_cut() {
            violated(judged(Shape.of(3), 0.1, 0.01));
        }

        @Test
        void a_bias_whose_whole_layer_receives_nothing_is_cut() {
            violated(judged(Shape.of(3), 0, 0));
        }

        @Test
        void a_matrix_is_not_redundant() {
            violated(judged(Shape.of(3, 3), 0.1, 0));
        }

        private CheckReport judged(Shape bias, double siblingGradient, double lossChange) {
            return judge(
                    check,
                    WrittenEvidence.about(Task.regression())
                            .with(
                                    new FirstSteps(),
                                    new StepsEvidence(
                                            6,
                                            3,
                                            32,
                                            List.of(1.0),
                                            List.of(
                                                    moved(WEIGHT, siblingGradient),
                                                    still(BIAS, bias))))
                            .with(
                                    new Nudges(List.of(BIAS)),
                                    new NudgeEvidence(1, List.of(new Nudge(BIAS, lossChange, 0)))));
        }

        private ParameterSteps moved(ParameterPath path, double gradient) {
            return steps(path, Shape.of(3, 3), gradient, 9);
        }

        private ParameterSteps still(ParameterPath path, Shape shape) {
            return steps(path, shape, 0, 0);
        }

        private ParameterSteps steps(
                ParameterPath path, Shape shape, double gradient, long changed) {
            Parameter parameter =
                    new Parameter(path, Parameter.Role.TRAINABLE, shape, ElementType.FLOAT32);
            return new ParameterSteps(
                    parameter, false, gradient, gradient, 0, changed, 0.1, 0.1, 0, 1e-7);
        }
    }

    @Nested
    class Knows_what_is_frozen {

        @Test
        void a_declared_frozen_parameter_need_not_change() {
            var model = ReferenceModel.regressor()
                    .rule(() -> UpdateRule.adam(0.02)
                            .forgetting("hidden/weight")
                            .forgetting("hidden/bias"))
                    .builder()
                    .frozen("hidden/**")
                    .build();

            assertThat(held(judge(check, model)).examined()).hasSize(2);
        }

        @Test
        void a_parameter_frozen_by_the_framework_need_not_change_if_nothing_is_declared() {
            assertThat(held(judge(check, frozenHidden())).examined()).hasSize(2);
        }

        @Test
        void a_parameter_frozen_by_the_framework_alone_is_a_fault_if_something_is_declared() {
            var model = frozenHidden().builder().frozen("hidden/weight").build();

            assertThat(violated(judge(check, model)).clues())
                    .extracting(Clue::fact)
                    .containsExactly(
                            "hidden/bias: frozen in the framework, yet not declared frozen");
        }

        private ReferenceModel frozenHidden() {
            return ReferenceModel.regressor()
                    .layers(noise -> List.of(
                            Layers.frozen(Layers.dense("hidden", ToyData.FEATURES, 24, noise)),
                            Layers.tanh("tanh"),
                            Layers.dense("head", 24, 1, noise)));
        }
    }
}
