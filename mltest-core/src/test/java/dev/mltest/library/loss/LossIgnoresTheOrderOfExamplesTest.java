package dev.mltest.library.loss;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.ExamplesEvidence;
import dev.mltest.evidence.MixingEvidence;
import dev.mltest.experiment.LossByExample;
import dev.mltest.experiment.Mixing;
import dev.mltest.model.ElementType;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.LossFunction;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class LossIgnoresTheOrderOfExamplesTest {

    private final Check check = new LossIgnoresTheOrderOfExamples();

    /** A loss of rows that are a fixed distance apart; no gradient, since this is about values. */
    private interface Related extends LossFunction {

        double of(double[][] outputs, double[] targets);

        @Override
        default double value(double[][] outputs, double[] targets, ElementType precision) {
            return of(outputs, targets);
        }

        @Override
        default double[][] gradient(double[][] outputs, double[] targets) {
            return new double[outputs.length][1];
        }
    }

    private static double nextRow(double[][] outputs, double[] targets) {
        double sum = 0;
        for (int row = 0; row + 1 < outputs.length; row++) {
            sum += Math.pow(outputs[row][0] - targets[row + 1], 2);
        }
        return sum;
    }

    private static double pairs(double[][] outputs, double[] targets) {
        double sum = 0;
        for (int row = 0; row + 1 < outputs.length; row += 2) {
            sum += Math.pow(outputs[row][0] - outputs[row + 1][0], 2);
        }
        return sum + targets.length;
    }

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(1);
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void catches_a_loss_that_compares_with_the_next_row() {
        ReferenceModel model = ReferenceModel.regressor()
                .task(Task.custom("forecast"))
                .loss((Related) LossIgnoresTheOrderOfExamplesTest::nextRow);

        Approved.verify(
                "loss-ignores-the-order-of-examples.next-row", failure(judge(check, model)));
    }

    @Test
    void neighbours_may_be_pairs() {
        held(judge(
                check,
                ReferenceModel.regressor().task(Task.custom("contrastive")).loss((Related)
                        LossIgnoresTheOrderOfExamplesTest::pairs)));
    }

    @Test
    void leaves_examples_that_mix_to_the_check_that_names_the_layer() {
        ReferenceModel model =
                ReferenceModel.classifier().after("tanh", Layers.centreByBatch("mixing", 24));

        assertThat(reason(judge(check, model)))
                .isEqualTo(
                        "the model mixes examples before its loss does, see examples-do-not-mix");
    }

    @Test
    void predictions_that_do_not_repeat_decide_nothing() {
        assertThat(reason(judge(
                        check,
                        ReferenceModel.classifier()
                                .after("tanh", Layers.dropoutAtInference("noisy", 0.5)))))
                .isEqualTo("predictions do not repeat, see predictions-repeat");
    }

    @Test
    void a_loss_that_is_nan_is_not_the_same() {
        violated(judge(
                check,
                WrittenEvidence.about(Task.regression())
                        .with(new Mixing(), new MixingEvidence(8, 8, List.of()))
                        .with(
                                new LossByExample(),
                                new ExamplesEvidence(
                                        Double.NaN, Double.NaN, List.of(), List.of(), 0x1p-23))));
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-regressor' can only predict here: it has no loss and no gradients");
    }
}
