package dev.mltest.library.numerics;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.PrecisionEvidence;
import dev.mltest.experiment.PrecisionShadow;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.DelegatingTrainable;
import dev.mltest.testing.Layer;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ModeLayers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.PrecisionLayers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class AgreesWithDoublePrecisionTest {

    private final Check check = new AgreesWithDoublePrecision();

    @Test
    void holds_on_a_correct_model() {
        Outcome.Held held = held(judge(check, ReferenceModel.classifier()));

        assertThat(held.examined()).hasSize(7 + 2 * 7);
        assertThat(held.note()).isEmpty();
    }

    @Test
    void catches_a_layer_that_cancels_its_digits() {
        ReferenceModel model =
                ReferenceModel.regressor().after("tanh", Layers.cancellation("cancelling", 1e7));

        Approved.verify("agrees-with-double-precision.cancellation", failure(judge(check, model)));
    }

    @Test
    void names_a_normalisation_whose_variance_cancels() {
        ReferenceModel model = normalising(PrecisionLayers.standardisedByCancellation("norm"));

        assertThat(firstPlace(model)).isEqualTo("norm (inputs far from 0)");
    }

    @Test
    void a_normalisation_in_two_passes_keeps_its_digits() {
        held(judge(check, normalising(PrecisionLayers.standardised("norm"))));
    }

    @Test
    void names_a_layer_that_adds_up_in_half_precision() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", PrecisionLayers.sumsInHalfPrecision("sums"));

        assertThat(firstPlace(model)).isEqualTo("sums");
        held(judge(check, ReferenceModel.regressor().after("tanh", PrecisionLayers.sums("sums"))));
    }

    @Test
    void names_a_softmax_without_shift_that_underflows() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", PrecisionLayers.softmaxWithoutShift("softmax", -101));

        assertThat(firstPlace(model)).isEqualTo("softmax");
        held(judge(
                check,
                ReferenceModel.regressor()
                        .after("tanh", PrecisionLayers.softmaxWithoutShift("softmax", 0))));
    }

    @Test
    void names_one_minus_cosine_of_small_angles() {
        ReferenceModel model =
                ReferenceModel.regressor().after("tanh", PrecisionLayers.versine("versine", 1e-3));

        assertThat(firstPlace(model)).isEqualTo("versine");
    }

    @Test
    void half_precision_is_held_to_its_own_digits() {
        ReferenceModel model = ReferenceModel.regressor().precision(ElementType.FLOAT16);

        assertThat(judge(check, model).outcome()).isNotInstanceOf(Outcome.Violated.class);
        assertThat(firstPlace(model.after("tanh", Layers.cancellation("cancelling", 1e3))))
                .isEqualTo("cancelling");
    }

    @Test
    void a_stiff_model_is_left_alone() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", Layers.elementwise("stiff", x -> Math.sin(1e4 * x), y -> 1));

        assertThat(judge(check, model).outcome()).isNotInstanceOf(Outcome.Violated.class);
    }

    @Test
    void a_step_that_falls_on_either_side_is_left_alone() {
        ReferenceModel model = ReferenceModel.regressor().after("tanh", Layers.rounding("codes"));

        assertThat(judge(check, model).outcome()).isNotInstanceOf(Outcome.Violated.class);
    }

    @Test
    void a_deep_chain_of_layers_adds_up_no_more_than_its_condition() {
        ReferenceModel model = ReferenceModel.regressor().layers(noise -> {
            List<Layer> layers = new ArrayList<>();
            layers.add(Layers.dense("hidden", ToyData.FEATURES, 24, noise));
            for (int i = 0; i < 60; i++) {
                layers.add(Layers.dense("dense" + i, 24, 24, noise));
                layers.add(Layers.relu("relu" + i));
            }
            layers.add(Layers.dense("head", 24, 1, noise));
            return layers;
        });

        held(judge(check, model));
    }

    private static ReferenceModel normalising(Layer norm) {
        return ReferenceModel.regressor()
                .layers(noise -> List.of(
                        norm,
                        Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)));
    }

    private String firstPlace(ReferenceModel model) {
        return violated(judge(check, model)).violations().get(0).locus();
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
                                List.of(),
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
