package dev.mltest.library.step;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Check;
import dev.mltest.evidence.ClippingEvidence;
import dev.mltest.experiment.ClippedSteps;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Supplier;

class ClippingHoldsAsDeclaredTest {

    private final Check check = new ClippingHoldsAsDeclared();

    @Test
    void holds_on_clipped_descent() {
        assertThat(held(judge(
                                check,
                                regressor(() -> descent().clipped(1))
                                        .clippingNormAt(1)
                                        .build()))
                        .examined())
                .hasSizeGreaterThan(8);
        held(judge(
                check, classifier(() -> descent().clipped(1)).clippingNormAt(1).build()));
    }

    @Test
    void catches_a_clip_that_was_left_out() {
        Approved.verify(
                "clipping-holds-as-declared.missing",
                failure(judge(
                        check,
                        regressor(ClippingHoldsAsDeclaredTest::descent)
                                .clippingNormAt(1)
                                .build())));
        violated(judge(
                check,
                classifier(ClippingHoldsAsDeclaredTest::descent)
                        .clippingNormAt(1)
                        .build()));
    }

    @Test
    void catches_a_clip_at_ten_times_the_limit() {
        violated(judge(
                check, regressor(() -> descent().clipped(10)).clippingNormAt(1).build()));
    }

    @Test
    void catches_a_clip_at_a_tenth_of_the_limit() {
        assertThat(violated(judge(
                                check,
                                regressor(() -> descent().clipped(0.1))
                                        .clippingNormAt(1)
                                        .build()))
                        .violations())
                .allMatch(each -> each.quantity().endsWith(": part of its gradient followed"));
    }

    @Test
    void catches_each_parameter_clipped_by_itself() {
        violated(judge(
                check,
                regressor(() -> descent().clippedOneByOne(1)).clippingNormAt(1).build()));
    }

    @Test
    void values_are_clipped_one_by_one() {
        held(judge(
                check,
                regressor(() -> descent().clippedByValue(0.3))
                        .clippingValuesAt(0.3)
                        .build()));
        violated(judge(
                check,
                regressor(() -> descent().clippedByValue(3))
                        .clippingValuesAt(0.3)
                        .build()));
        violated(judge(
                check,
                regressor(ClippingHoldsAsDeclaredTest::descent)
                        .clippingValuesAt(0.3)
                        .build()));
    }

    @Test
    void a_penalty_and_decay_are_no_missing_clip() {
        held(judge(
                check,
                regressor(() -> UpdateRule.decaying(0.1, 1e-4).clipped(1))
                        .clippingNormAt(1)
                        .build()));
        held(judge(
                check,
                regressor(() -> descent().penalised(1e-3).clipped(1))
                        .clippingNormAt(1)
                        .build()));
    }

    @Test
    void where_inputs_are_no_real_numbers_the_last_layer_is_scaled() {
        Batch data = ToyData.classes(256);
        Batch counts = data.withInputs(data.inputs()
                .map((name, input) ->
                        ArrayTensor.ofLongs(input.shape(), input.toArray().toLongs())));

        held(judge(
                check,
                ReferenceModel.classifier()
                        .data(counts)
                        .rule(() -> descent().clipped(0.5))
                        .builder()
                        .clippingNormAt(0.5)
                        .build()));
        violated(judge(
                check,
                ReferenceModel.classifier()
                        .data(counts)
                        .rule(ClippingHoldsAsDeclaredTest::descent)
                        .builder()
                        .clippingNormAt(0.5)
                        .build()));
    }

    @Test
    void updates_lost_in_round_off_are_left_out() {
        held(judge(
                check,
                classifier(() -> UpdateRule.descent(0.01).clipped(1))
                        .clippingNormAt(1)
                        .build()));
    }

    @Test
    void a_first_step_of_adam_tells_nothing() {
        assertThat(reason(judge(
                        check,
                        regressor(() -> UpdateRule.adam(0.01)).clippingNormAt(1).build())))
                .startsWith("first updates are not in proportion to gradients");
    }

    @Test
    void a_limit_that_no_gradient_reaches_is_not_judged() {
        assertThat(reason(judge(
                        check,
                        regressor(ClippingHoldsAsDeclaredTest::descent)
                                .clippingNormAt(1e6)
                                .build())))
                .startsWith("no gradient is beyond the limit of 1.000e+06: the largest is ");
    }

    @Test
    void without_a_declaration_nobody_knows_the_limit() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("no gradient clipping is declared; write .clippingNormAt(1.0) or"
                        + " .clippingValuesAt(0.5)");
    }

    @Test
    void a_predictor_has_no_optimiser() {
        assertThat(reason(judge(
                        check,
                        ReferenceModel.regressor()
                                .as(PlainPredictor::new)
                                .builder()
                                .clippingNormAt(1)
                                .build())))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    @Test
    void a_limit_is_a_positive_number() {
        assertThatThrownBy(() -> ReferenceModel.regressor().builder().clippingNormAt(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("clipping needs a limit above 0, 1.0 for example, but got 0");
    }

    @Test
    void nothing_to_examine_is_no_success() {
        violated(judge(
                check,
                WrittenEvidence.about(Task.regression())
                        .with(new ClippedSteps(), new ClippingEvidence(1, true, List.of()))));
    }

    private static UpdateRule descent() {
        return UpdateRule.descent(0.1);
    }

    private static ModelUnderTest.Builder regressor(Supplier<UpdateRule> rule) {
        return ReferenceModel.regressor().rule(rule).builder();
    }

    private static ModelUnderTest.Builder classifier(Supplier<UpdateRule> rule) {
        return ReferenceModel.classifier().rule(rule).builder();
    }
}
