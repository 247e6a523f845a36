package dev.mltest.library.numerics;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.PrecisionEvidence;
import dev.mltest.experiment.PrecisionShadow;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.DelegatingTrainable;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ModeLayers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class AgreesWithDoublePrecisionTest {

    private final Check check = new AgreesWithDoublePrecision();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(7);
    }

    @Test
    void catches_a_layer_that_cancels_its_digits() {
        ReferenceModel model =
                ReferenceModel.regressor().after("tanh", Layers.cancellation("cancelling", 1e7));

        Approved.verify("agrees-with-double-precision.cancellation", failure(judge(check, model)));
    }

    @Test
    void a_loss_that_is_nan_agrees_with_nothing() {
        WrittenEvidence evidence = WrittenEvidence.about(Task.regression())
                .with(
                        new PrecisionShadow(),
                        new PrecisionEvidence(
                                "FLOAT32",
                                0x1p-23,
                                new PrecisionEvidence.Pair(Double.NaN, 1),
                                0,
                                List.of()));

        violated(judge(check, evidence));
    }

    @Test
    void double_precision_has_no_better_twin() {
        ReferenceModel model = ReferenceModel.classifier().precision(ElementType.FLOAT64);

        assertThat(reason(judge(check, model)))
                .isEqualTo("the model computes in double precision already");
    }

    @Test
    void a_framework_without_double_precision_cannot_be_asked() {
        ReferenceModel model = ReferenceModel.classifier()
                .as(network -> new DelegatingTrainable(network) {
                    @Override
                    public Differentiable inDoublePrecision() {
                        throw new NotAvailableException("the engine computes in FLOAT32 only");
                    }
                });

        assertThat(reason(judge(check, model))).isEqualTo("the engine computes in FLOAT32 only");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.classifier().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-classifier' can only predict here: it has no loss and no gradients");
    }

    @Test
    void a_twin_that_is_nan_says_nothing() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("head", Layers.elementwise("nan", x -> Double.NaN, y -> 1));

        assertThat(reason(judge(check, model)))
                .isEqualTo("the loss in double precision is NaN; in FLOAT32 it is NaN");
    }

    @Test
    void a_twin_that_is_another_model_says_nothing() {
        Noise never = new Noise(5);
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", () -> ModeLayers.unregistered("gains", 24, never));

        assertThat(reason(judge(check, model)))
                .isEqualTo(
                        "more than its parameters decides its outputs, so that the twin is another"
                                + " model");
    }
}
