package dev.mltest.library.numerics;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.OutputProfile;
import dev.mltest.evidence.StressEvidence;
import dev.mltest.evidence.StressEvidence.Span;
import dev.mltest.evidence.StressEvidence.Trial;
import dev.mltest.experiment.Stress;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.PrecisionLayers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class StaysFiniteUnderStressTest {

    private final Check check = new StaysFiniteUnderStress();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).note()).isEmpty();
    }

    @Test
    void catches_a_naive_cross_entropy_that_overflows() {
        ReferenceModel model = ReferenceModel.classifier().loss(Losses.naiveCrossEntropy());

        Approved.verify(
                "stays-finite-under-stress.naive-cross-entropy", failure(judge(check, model)));
    }

    @Test
    void catches_a_naive_cross_entropy_behind_a_zero_initialised_last_layer() {
        ReferenceModel model = ReferenceModel.classifier()
                .loss(Losses.naiveCrossEntropy())
                .layers(noise -> List.of(
                        Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, ToyData.CLASSES, 0, noise)));

        violated(judge(check, model));
    }

    @Test
    void catches_a_square_root_at_zero() {
        ReferenceModel model = ReferenceModel.regressor()
                .after(
                        "tanh",
                        Layers.elementwise("root", x -> Math.sqrt(Math.abs(x)), y -> 0.5 / y));

        Approved.verify("stays-finite-under-stress.root-at-zero", failure(judge(check, model)));
    }

    @Test
    void says_how_far_numbers_stay_from_the_ends_of_their_type() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined())
                .filteredOn(measured -> measured.quantity().startsWith("powers of ten"))
                .hasSize(4)
                .allMatch(measured -> measured.value() > 20 && measured.value() < 45);
    }

    @Test
    void notes_what_would_overflow_in_half_precision() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", Layers.elementwise("large", x -> 1e6 * (1 + x), y -> 1e6))
                .after("large", Layers.elementwise("small", x -> x / 1e6, y -> 1e-6));

        assertThat(held(judge(check, model)).note())
                .startsWith("large (")
                .endsWith("would overflow in FLOAT16");
    }

    @Test
    void catches_a_division_by_the_deviation_of_equal_elements() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        PrecisionLayers.standardisedWithoutGuard("norm"),
                        Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)));

        assertThat(violated(judge(check, model)).violations())
                .extracting(measured -> measured.locus())
                .contains("norm (every element of an input the same)");
    }

    @Test
    void an_example_of_padding_only_is_noted_and_no_more() {
        Trial trial = new Trial(
                "one example all masked",
                Double.NaN,
                Double.NaN,
                true,
                new OutputProfile(-1, 1, 0, -1, 1, 1, 1, 0),
                "average",
                List.of(),
                Span.EMPTY.with("average", 1),
                Span.EMPTY.with("head/weight", 1));
        WrittenEvidence evidence = WrittenEvidence.about(Task.classification(2))
                .with(
                        new Stress(),
                        new StressEvidence(
                                0x1p-23, Float.MAX_VALUE, Float.MIN_NORMAL, List.of(trial)));

        assertThat(held(judge(check, evidence)).note())
                .isEqualTo("one example all masked: no number is left, first in average");
    }

    @Test
    void a_loss_that_is_infinite_in_double_precision_too_is_the_functions_own() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("head", Layers.elementwise("inverse", x -> x == 0 ? 1 / x : x, y -> 1));

        assertThat(held(judge(check, model)).note())
                .isEqualTo("all inputs 0: the loss is infinite in double precision, too");
    }

    @Test
    void an_exponential_is_driven_as_far_as_targets_reach() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("head", Layers.elementwise("rate", Math::exp, y -> y));

        held(judge(check, model));
    }

    @Test
    void a_loss_too_large_for_the_type_is_the_functions_own() {
        OutputProfile outputs = new OutputProfile(-200, 200, 100, -200, 200, 200, 1, 0);
        Trial trial = new Trial(
                "outputs driven to 200",
                1 / 0.0,
                1e60,
                true,
                outputs,
                "",
                List.of(),
                Span.EMPTY,
                Span.EMPTY);
        WrittenEvidence evidence = WrittenEvidence.about(Task.custom("normal distribution"))
                .with(
                        new Stress(),
                        new StressEvidence(
                                0x1p-23, Float.MAX_VALUE, Float.MIN_NORMAL, List.of(trial)));

        assertThat(reason(judge(check, evidence)))
                .isEqualTo("the exact loss is too large for the model's type");
    }

    @Test
    void outputs_that_are_nan_without_stress_are_for_another_check() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("head", Layers.elementwise("nan", x -> Double.NaN, y -> 1));

        assertThat(reason(judge(check, model)))
                .isEqualTo("outputs are NaN or infinite without any stress");
    }

    @Test
    void no_trials_are_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(
                        new Stress(),
                        new StressEvidence(0x1p-23, Float.MAX_VALUE, Float.MIN_NORMAL, List.of()));

        assertThat(violated(judge(check, nothing)).summary()).isEqualTo("nothing was examined");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.classifier().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-classifier' can only predict here: it has no loss and no gradients");
    }
}
