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
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.model.ElementType;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layer;
import dev.mltest.testing.Layers;
import dev.mltest.testing.LossFunction;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class GradientsStayFiniteTest {

    private final Check check = new GradientsStayFinite();

    @Test
    void holds_on_correct_models() {
        assertThat(held(judge(check, ReferenceModel.regressor())).examined()).hasSize(4);
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void traces_the_root_of_zero_to_its_layer() {
        Approved.verify("gradients-stay-finite.root-of-zero", failure(judge(check, rooted())));
    }

    @Test
    void traces_a_loss_whose_derivative_divides_by_zero_behind_the_last_layer() {
        ReferenceModel model = ReferenceModel.regressor().loss(new DividesByZero());

        assertThat(violated(judge(check, model)).violations().get(0).locus()).isEqualTo("output");
    }

    @Test
    void says_in_which_step_training_blows_up() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                        Layers.elementwise("exp", Math::exp, y -> y),
                        Layers.dense("head", 24, 1, noise)))
                .rule(() -> UpdateRule.descent(100));

        assertThat(violated(judge(check, model)).summary())
                .matches("the gradient of step [2-6] is not finite .*");
    }

    @Test
    void outputs_that_are_no_numbers_from_the_start_are_left_to_another_check() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", Layers.elementwise("log", x -> Math.log(x - 1), y -> 1));

        assertThat(reason(judge(check, model))).contains("outputs-are-finite-on-the-data");
        assertThat(reason(judge(new GradientsReachEveryParameter(), model)))
                .contains("gradients-stay-finite");
    }

    @Test
    void a_root_that_is_kept_away_from_zero_is_healthy() {
        held(judge(check, ReferenceModel.classifier().after("relu", root(1e-6))));
    }

    @Test
    void a_further_look_that_is_not_to_be_had_leaves_the_count() {
        WrittenEvidence counted =
                WrittenEvidence.about(Task.regression()).with(new FirstSteps(), steps(7));

        assertThat(violated(judge(check, counted)).summary())
                .startsWith("1 of 1 trainable parameters receive NaN or infinity");
    }

    @Test
    void the_first_parameter_without_a_finite_gradient_is_named() {
        assertThat(violated(judge(check, rooted())).clues())
                .extracting(Clue::fact)
                .anyMatch(fact -> fact.contains("the first without a finite gradient is first/"));
    }

    @Test
    void examining_nothing_is_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new FirstSteps(), new StepsEvidence(6, 3, 32, List.of(1.0), List.of()));

        violated(judge(check, nothing));
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .contains("it has no optimizer");
    }

    private static StepsEvidence steps(long nonFinite) {
        return new StepsEvidence(
                6,
                3,
                32,
                List.of(1.0),
                List.of(new ParameterSteps(
                        new Parameter(
                                ParameterPath.of("head/weight"),
                                Parameter.Role.TRAINABLE,
                                Shape.of(3, 3),
                                ElementType.FLOAT32),
                        false,
                        1,
                        1,
                        nonFinite,
                        9,
                        0.1,
                        0.1,
                        0,
                        1e-7)));
    }

    private static ReferenceModel rooted() {
        return ReferenceModel.classifier().after("relu", root(0));
    }

    /** Its derivative at 0 is infinite, and infinity times the rectifier's 0 is NaN. */
    private static Layer root(double floor) {
        return Layers.elementwise("root", x -> Math.sqrt(x + floor), y -> 0.5 / y);
    }

    /** Right values, and a derivative of 0/0. */
    private record DividesByZero() implements LossFunction {

        @Override
        public double value(double[][] outputs, double[] targets, ElementType precision) {
            return Losses.squaredError().value(outputs, targets, precision);
        }

        @Override
        public double[][] gradient(double[][] outputs, double[] targets) {
            double[][] gradient = Losses.squaredError().gradient(outputs, targets);
            gradient[0][0] = Double.NaN;
            return gradient;
        }
    }
}
