package dev.mltest.library.numerics;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.LossDigitsEvidence;
import dev.mltest.experiment.LossDigits;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.DelegatingTrainable;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.PrecisionLosses;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class TheLossKeepsItsDigitsTest {

    private final Check check = new TheLossKeepsItsDigits();

    @Test
    void holds_for_cross_entropy() {
        assertThat(held(judge(check, ReferenceModel.classifier())).note()).isEmpty();
    }

    @Test
    void holds_for_a_cross_entropy_that_adds_up() {
        held(judge(check, ReferenceModel.classifier().loss(Losses.summedCrossEntropy())));
    }

    @Test
    void holds_for_a_squared_error() {
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void holds_for_a_loss_of_unknown_formula_that_a_twin_agrees_with() {
        held(judge(check, ReferenceModel.regressor().loss(PrecisionLosses.logCosh())));
    }

    @Test
    void catches_exponentials_without_shift() {
        ReferenceModel model = ReferenceModel.classifier().loss(Losses.naiveCrossEntropy());

        Approved.verify(
                "the-loss-keeps-its-digits.naive-cross-entropy", failure(judge(check, model)));
    }

    @Test
    void catches_a_probability_clipped_so_early_that_gradients_vanish() {
        ReferenceModel model =
                ReferenceModel.classifier().loss(PrecisionLosses.clippedCrossEntropy(1e-3));

        assertThat(firstPlace(model)).startsWith("loss (outputs 10 ");
    }

    @Test
    void a_probability_clipped_beyond_its_digits_is_noted() {
        ReferenceModel model =
                ReferenceModel.classifier().loss(PrecisionLosses.clippedCrossEntropy(1e-7));

        assertThat(held(judge(check, model)).note())
                .startsWith("outputs 10 away from the targets the loss is 16.12, and not 20.69");
    }

    @Test
    void catches_a_logarithm_of_a_hyperbolic_cosine_that_overflows() {
        ReferenceModel model =
                ReferenceModel.regressor().loss(PrecisionLosses.logCoshByDefinition());

        assertThat(firstPlace(model)).startsWith("loss (outputs 100 ");
    }

    @Test
    void catches_a_squared_error_whose_squares_cancel() {
        Batch values = ToyData.values(256);
        Batch far = values.withTargets(
                values.targets().map((name, target) -> target.toArray().map(y -> 30_000 + y)));
        ReferenceModel model = ReferenceModel.regressor().data(far);

        held(judge(check, model));
        assertThat(firstPlace(model.loss(PrecisionLosses.squaredErrorByCancellation())))
                .startsWith("loss (outputs 0.001000 ");
    }

    @Test
    void without_a_formula_and_without_a_twin_nothing_can_be_said() {
        ReferenceModel model = ReferenceModel.regressor()
                .loss(PrecisionLosses.logCosh())
                .as(network -> new DelegatingTrainable(network) {
                    @Override
                    public Differentiable inDoublePrecision() {
                        throw new NotAvailableException("the engine computes in FLOAT32 only");
                    }
                });

        assertThat(reason(judge(check, model))).isEqualTo("the engine computes in FLOAT32 only");
    }

    @Test
    void a_loss_that_cannot_be_evaluated_by_itself_is_not_applicable() {
        ReferenceModel model = ReferenceModel.regressor()
                .as(network -> new DelegatingTrainable(network) {
                    @Override
                    public double lossOf(NamedTensors outputs, Batch batch) {
                        throw new NotAvailableException("no loss");
                    }
                });

        assertThat(reason(judge(check, model)))
                .isEqualTo("the loss of made-up outputs cannot be evaluated here");
    }

    @Test
    void holds_in_double_precision() {
        held(judge(check, ReferenceModel.classifier().precision(ElementType.FLOAT64)));
    }

    @Test
    void an_infinity_that_the_type_cannot_avoid_is_not_judged() {
        LossDigitsEvidence.Case huge = new LossDigitsEvidence.Case(
                "up together", 100, Double.POSITIVE_INFINITY, 1e43, 1e43, 0);

        assertThat(reason(judge(check, evidence(List.of(huge)))))
                .isEqualTo("no exact loss is within the range of FLOAT32");
    }

    @Test
    void no_cases_are_a_violation() {
        assertThat(violated(judge(check, evidence(List.of()))).summary())
                .startsWith("nothing was examined");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.classifier().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-classifier' can only predict here: it has no loss and no gradients");
    }

    private static WrittenEvidence evidence(List<LossDigitsEvidence.Case> cases) {
        return WrittenEvidence.about(Task.regression())
                .with(
                        new LossDigits(),
                        new LossDigitsEvidence(
                                "FLOAT32", 0x1p-23, Float.MAX_VALUE, "by hand", true, 1, cases));
    }

    private String firstPlace(ReferenceModel model) {
        return violated(judge(check, model)).violations().get(0).locus();
    }
}
