package dev.mltest.library.loss;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.RaysEvidence;
import dev.mltest.evidence.RaysEvidence.Ray;
import dev.mltest.experiment.LossRays;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.LossFunction;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class LossHasALowerBoundTest {

    private static final List<Double> DISTANCES = List.of(1.0, 10.0, 100.0, 1000.0, 10000.0);

    private final Check check = new LossHasALowerBound();

    /** One output a row, without gradient: this is about values. */
    private interface OfOneOutput extends LossFunction {

        double example(double output, double target);

        @Override
        default double value(double[][] outputs, double[] targets, ElementType precision) {
            double sum = 0;
            for (int row = 0; row < outputs.length; row++) {
                sum += example(outputs[row][0], targets[row]);
            }
            return sum / outputs.length;
        }

        @Override
        default double[][] gradient(double[][] outputs, double[] targets) {
            return new double[outputs.length][1];
        }
    }

    @Test
    void holds_on_a_correct_classifier_and_a_correct_regressor() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(3);
        assertThat(held(judge(check, ReferenceModel.regressor())).examined()).hasSize(4);
    }

    @Test
    void catches_a_squared_error_of_the_wrong_sign() {
        ReferenceModel model =
                ReferenceModel.regressor().loss(Losses.negated(Losses.squaredError()));

        Approved.verify("loss-has-a-lower-bound.wrong-sign", failure(judge(check, model)));
    }

    @Test
    void catches_cross_entropy_of_real_targets() {
        OfOneOutput binary = (output, target) ->
                Math.log1p(Math.exp(-Math.abs(output))) + Math.max(output, 0) - output * target;

        violated(judge(check, ReferenceModel.regressor().loss(binary)));
    }

    @Test
    void catches_an_error_without_absolute_value() {
        OfOneOutput signed = (output, target) -> output - target;

        violated(judge(check, ReferenceModel.regressor().loss(signed)));
    }

    @Test
    void far_targets_are_no_abyss() {
        var batch = ToyData.values(256);
        var far = batch.withTargets(
                NamedTensors.of("target", batch.target().map(value -> 4e4 + 1e4 * value)));

        held(judge(check, ReferenceModel.regressor().data(far)));
    }

    @Test
    void poisson_and_quantile_losses_have_one() {
        OfOneOutput poisson = (output, target) -> Math.exp(output) - target * output;
        OfOneOutput quantile =
                (output, target) -> Math.max(0.9 * (target - output), 0.1 * (output - target));
        var batch = ToyData.values(256);
        var counts = batch.withTargets(NamedTensors.of(
                "target", batch.target().map(value -> Math.rint(Math.abs(3 * value)))));

        held(judge(check, ReferenceModel.regressor().loss(poisson).data(counts)));
        held(judge(check, ReferenceModel.regressor().loss(quantile)));
    }

    @Test
    void a_negative_loss_may_level_off() {
        held(judge(check, written(2.0, -3.0, -3.5, -3.51, -3.51)));
    }

    @Test
    void a_logarithm_hardly_falls() {
        held(judge(check, written(0.0, -2.3, -4.6, -6.9, -9.2)));
    }

    @Test
    void catches_a_fall_beyond_all_numbers() {
        violated(
                judge(check, written(1.0, -8e8, Double.NEGATIVE_INFINITY, Double.NaN, Double.NaN)));
    }

    @Test
    void what_overflows_upwards_does_not_fall() {
        held(judge(check, written(1, 2e5, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN)));
    }

    @Test
    void no_directions_are_nothing_examined() {
        violated(judge(
                check,
                WrittenEvidence.about(Task.regression())
                        .with(new LossRays(), new RaysEvidence(List.of(), List.of()))));
    }

    @Test
    void a_custom_loss_may_have_none() {
        assertThat(reason(judge(check, ReferenceModel.regressor().task(Task.custom("critic")))))
                .isEqualTo(
                        "the loss of a custom task may have no bound, as that of a critic has none");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-regressor' can only predict here: it has no loss and no gradients");
    }

    private static WrittenEvidence written(double... losses) {
        List<Double> seen = java.util.Arrays.stream(losses).boxed().toList();
        return WrittenEvidence.about(Task.regression())
                .with(
                        new LossRays(),
                        new RaysEvidence(DISTANCES, List.of(new Ray("output", "up", seen))));
    }
}
