package dev.mltest.library.gradient;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;
import dev.mltest.testing.Approved;
import dev.mltest.testing.DelegatingTrainable;
import dev.mltest.testing.Layers;
import dev.mltest.testing.LossFunction;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.PrecisionLosses;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

class GradientsMatchTheSlopesTest {

    private final Check check = new GradientsMatchTheSlopes();

    @Test
    void holds_on_correct_models() {
        held(judge(check, ReferenceModel.classifier()));
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void catches_the_derivative_of_another_function() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("square", x -> x * x, y -> 1));

        Approved.verify(
                "gradients-match-the-slopes.wrong-derivative", failure(judge(check, model)));
    }

    @Test
    void catches_a_gradient_that_is_a_thousandth_too_large() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("same", x -> x, y -> 1.001));

        assertThat(failure(judge(check, model))).contains("first/weight");
    }

    @Test
    void a_gradient_that_does_not_arrive_is_left_to_another_check() {
        ReferenceModel model = ReferenceModel.classifier().after("tanh", Layers.cut("cut"));

        assertThat(reason(judge(check, model)))
                .contains("no gradient arrives at")
                .contains("see gradients-reach-every-parameter");
    }

    @Test
    void a_loss_that_clips_has_no_slope_to_match() {
        LossFunction clipped = new StraightThroughClip(
                PrecisionLosses.clippedCrossEntropy(0.2), Losses.crossEntropy());

        assertThat(reason(judge(check, ReferenceModel.classifier().loss(clipped))))
                .contains("of 16 examples stays at 1.609 while their outputs move: clipped there");
    }

    /** Flat below the limit, with the gradient of a loss that is not. */
    private record StraightThroughClip(LossFunction clipped, LossFunction straight)
            implements LossFunction {

        @Override
        public double value(double[][] outputs, double[] targets, ElementType precision) {
            return clipped.value(outputs, targets, precision);
        }

        @Override
        public double[][] gradient(double[][] outputs, double[] targets) {
            return straight.gradient(outputs, targets);
        }
    }

    @Test
    void what_lies_before_a_cut_differs_as_well_and_is_not_accused() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.cut("cut"))
                .after("cut", Layers.elementwise("half", x -> x, y -> 0.5));

        assertThat(reason(judge(check, model))).contains("no gradient arrives at");
    }

    @Test
    void kinks_are_no_wrong_gradients() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 24, noise),
                        Layers.relu("relu"),
                        Layers.startedAt(0, 1, Layers.dense("second", 24, 24, noise)),
                        Layers.relu("again"),
                        Layers.dense("head", 24, ToyData.CLASSES, noise)));

        held(judge(check, model));
    }

    @Test
    void dropout_draws_the_same_mask_for_each_look() {
        held(judge(check, ReferenceModel.classifier().after("tanh", Layers.dropout("drop", 0.5))));
    }

    @Test
    void a_model_in_double_precision_is_its_own_twin() {
        held(judge(check, ReferenceModel.classifier().precision(ElementType.FLOAT64)));
    }

    @Test
    void a_reversed_gradient_may_be_meant() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("reversal", x -> x, y -> -1));

        assertThat(reason(judge(check, model)))
                .contains("-1.000 times the slope of the loss, as behind a gradient reversal")
                .contains(".surrogateGradients(\"first/weight\"");
    }

    @Test
    void a_straight_through_estimator_may_be_meant() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("sign", Math::signum, y -> 1));

        assertThat(reason(judge(check, model))).contains("as behind a straight-through estimator");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .contains("can only predict here");
    }

    @Test
    void one_wrong_element_is_found() {
        ReferenceModel model = ReferenceModel.classifier().as(WrongElement::new);

        assertThat(failure(judge(check, model)))
                .contains("1 of 6 gradients differ from the slope of the loss")
                .contains("the error is in element [%d, %d] of head/weight"
                        .formatted(
                                WrongElement.ELEMENT / ToyData.CLASSES,
                                WrongElement.ELEMENT % ToyData.CLASSES));
    }

    @Test
    void a_constant_factor_is_named() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("double", x -> x, y -> 2));

        assertThat(failure(judge(check, model)))
                .containsPattern("0\\.5000\\s+times as much along each\\s+direction");
    }

    @Test
    void without_a_twin_single_precision_sees_less_and_says_how_much() {
        ReferenceModel right = ReferenceModel.classifier().as(WithoutTwin::new);
        ReferenceModel wrong = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("half", x -> x, y -> 0.5))
                .as(WithoutTwin::new);

        assertThat(held(judge(check, right)).note()).contains("is missed once in 1,000 times");
        assertThat(failure(judge(check, wrong))).contains("FLOAT32");
    }

    @Test
    void declared_surrogates_are_left_out_and_the_others_judged() {
        ReferenceModel reversal = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("reversal", x -> x, y -> -1));

        held(judge(check, surrogates(reversal)));
        assertThat(failure(judge(check, surrogates(reversal.as(WrongElement::new)))))
                .contains("of head/weight");
    }

    private static ModelUnderTest surrogates(ReferenceModel model) {
        return model.builder()
                .surrogateGradients("inputs/*", "first/**", "second/**")
                .build();
    }

    @Test
    void a_surrogate_that_is_not_there_is_a_slip_of_the_pen() {
        ModelUnderTest model = ReferenceModel.classifier()
                .builder()
                .surrogateGradients("frist/**")
                .build();

        assertThatThrownBy(() -> judge(check, model))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(".surrogateGradients(\"frist/**\") matches no parameter")
                .hasMessageContaining("first/weight");
    }

    @Test
    void a_loss_that_is_no_number_is_left_to_others() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("root", x -> Math.sqrt(x - 9), y -> 1));

        assertThat(reason(judge(check, model))).contains("the loss is NaN");
    }

    @Test
    void nothing_that_moves_is_nothing_to_judge() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", Layers.elementwise("zero", x -> 0, y -> 0))
                .layers(noise -> List.of(Layers.elementwise("zero", x -> 0, y -> 0)));

        assertThat(reason(judge(check, model))).contains("trainable");
    }

    @Test
    void no_correct_model_of_many_is_accused() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 24, noise),
                        Layers.relu("relu"),
                        Layers.dense("head", 24, ToyData.CLASSES, noise)));

        long accused = LongStream.range(0, 300)
                .filter(seed -> outcome(model, seed) instanceof Outcome.Violated)
                .count();

        assertThat(accused).isZero();
    }

    private Outcome outcome(ReferenceModel model, long seed) {
        try (Laboratory laboratory = new Laboratory(model.build())) {
            return new CheckRunner(laboratory, Budget.unlimited())
                    .run(check, seed)
                    .outcome();
        }
    }

    private static final class WithoutTwin extends DelegatingTrainable {

        WithoutTwin(Trainable model) {
            super(model);
        }

        @Override
        public Differentiable inDoublePrecision() {
            throw new NotAvailableException("no twin here");
        }
    }

    /** Adds to one element of the gradient of the head's weight. */
    private static final class WrongElement extends DelegatingTrainable {

        private static final int ELEMENT = 7;

        WrongElement(Trainable model) {
            super(model);
        }

        @Override
        public Gradients gradients(Batch batch, Mode mode) {
            Gradients right = super.gradients(batch, mode);
            Map<ParameterPath, Tensor> spoilt = new LinkedHashMap<>(right.parameters());
            spoilt.computeIfPresent(ParameterPath.of("head/weight"), (path, slope) -> spoil(slope));
            return new Gradients(right.loss(), spoilt, right.inputs());
        }

        private static Tensor spoil(Tensor slope) {
            double[] values = slope.toArray().toDoubles();
            values[ELEMENT] += 0.1;
            return ArrayTensor.of(slope.elementType(), slope.shape(), values);
        }

        @Override
        public Differentiable inDoublePrecision() {
            return new WrongElement((Trainable) super.inDoublePrecision());
        }
    }
}
