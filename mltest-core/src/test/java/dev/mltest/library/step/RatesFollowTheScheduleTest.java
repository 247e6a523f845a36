package dev.mltest.library.step;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.evidence.ScheduleEvidence;
import dev.mltest.evidence.ScheduleEvidence.Step;
import dev.mltest.experiment.ScheduledSteps;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class RatesFollowTheScheduleTest {

    private static final int STEPS = 24;

    private final Check check = new RatesFollowTheSchedule();

    private enum Shape {
        DECAY(step -> Math.pow(0.9, step)),
        WARM_UP(step -> Math.min(1, step / 10.0)),
        STAIRS(step -> Math.pow(0.5, step / 8)),
        SLOW(step -> Math.pow(0.998, step)),
        RESTARTS(step -> 1 + Math.cos(Math.PI * (step % 8) / 8.0));

        private final IntToDoubleFunction rate;

        Shape(IntToDoubleFunction rate) {
            this.rate = rate;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holds_for_descent_momentum_and_adam(Shape shape) {
        held(of(() -> UpdateRule.descent(0.1), shape.rate, shape.rate));
        held(of(() -> UpdateRule.adam(0.01), shape.rate, shape.rate));
        held(of(() -> UpdateRule.decaying(0.1, 0), shape.rate, shape.rate));
        if (shape != Shape.SLOW) {
            held(of(() -> UpdateRule.momentum(0.1, 0.9), shape.rate, shape.rate));
        }
    }

    @ParameterizedTest
    @EnumSource
    void never_accuses_a_correct_rule(Shape shape) {
        for (double memory : List.of(0.01, 0.5, 0.99)) {
            notAccused(of(() -> UpdateRule.momentum(0.1, memory), shape.rate, shape.rate));
        }
        notAccused(of(() -> UpdateRule.decaying(0.1, 0.01), shape.rate, shape.rate));
        notAccused(of(() -> UpdateRule.adam(0.01).penalised(0.01), shape.rate, shape.rate));
    }

    @ParameterizedTest
    @EnumSource
    void holds_whatever_the_usual_memories_of_gradients(Shape shape) {
        held(written(shape, step -> 1 - Math.pow(0.9, step + 1)));
        held(written(shape, step -> 1 - Math.pow(0.9, step + 2)));
        held(written(shape, step -> 1 / Math.sqrt(1 - Math.pow(0.95, step + 1))));
        held(written(shape, step -> 1 / Math.sqrt(step + 1)));
    }

    @Test
    void catches_a_schedule_that_is_not_applied() {
        Approved.verify(
                "rates-follow-the-schedule.not-applied",
                failure(of(() -> UpdateRule.descent(0.1), step -> 1, Shape.DECAY.rate)));
    }

    @ParameterizedTest
    @EnumSource
    void catches_it_under_adam_as_well(Shape shape) {
        violated(of(() -> UpdateRule.adam(0.01), step -> 1, shape.rate));
        violated(of(() -> UpdateRule.descent(0.1), step -> 1, shape.rate));
    }

    @Test
    void catches_a_schedule_that_counts_epochs() {
        IntToDoubleFunction perEpoch = step -> Math.pow(0.9, step / 8);

        assertThat(violated(of(() -> UpdateRule.descent(0.1), perEpoch, Shape.DECAY.rate))
                        .violations())
                .extracting(Measurement::quantity)
                .containsExactly("update of step 1 over that of step 0");
    }

    @Test
    void catches_another_factor_and_a_rate_that_falls_to_nothing() {
        violated(of(() -> UpdateRule.descent(0.1), step -> Math.pow(0.8, step), Shape.DECAY.rate));
        violated(of(() -> UpdateRule.descent(0.1), step -> step < 18 ? 1 : 0, Shape.SLOW.rate));
    }

    @Test
    void a_count_that_starts_at_one_is_none() {
        held(of(
                () -> UpdateRule.descent(0.1),
                step -> step < 9 ? 1 : 0.1,
                step -> step < 10 ? 1 : 0.1));
        held(of(
                () -> UpdateRule.descent(0.1),
                step -> step < 11 ? 1 : 0.1,
                step -> step < 10 ? 1 : 0.1));
    }

    @Test
    void a_memory_of_another_kind_cannot_be_told() {
        assertThat(reason(written(Shape.DECAY, step -> 1 + step * step)))
                .contains("a memory of past gradients");
    }

    @Test
    void gradients_that_differ_cannot_be_told() {
        assertThat(reason(judge(check, evidence(Shape.DECAY, step -> 1, step -> step, 0))))
                .contains("the loss changes");
        assertThat(reason(judge(check, evidence(Shape.DECAY, step -> 1, step -> 1, 0.5))))
                .contains("updates turn");
        assertThat(reason(judge(check, evidence(Shape.DECAY, step -> 0, step -> 1, 0))))
                .contains("no step moves anything");
        assertThat(reason(judge(check, evidence(Shape.DECAY, step -> 1e-9, step -> 1, 0))))
                .contains("rounding");
    }

    @Test
    void without_a_declaration_a_change_or_an_optimiser_there_is_nothing_to_see() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .contains("no learning rate is declared");
        assertThat(reason(of(() -> UpdateRule.adam(0.01), step -> 1, step -> 0.1)))
                .contains("differ by 1 % or less");
        assertThat(reason(judge(
                        check,
                        ReferenceModel.regressor()
                                .as(PlainPredictor::new)
                                .builder()
                                .learningRates(Shape.DECAY.rate)
                                .build())))
                .contains("no optimizer");
    }

    @Test
    void updates_that_are_no_numbers_cannot_be_compared() {
        assertThat(reason(of(() -> UpdateRule.descent(0.1), step -> Double.NaN, Shape.DECAY.rate)))
                .contains("no step moves anything");
        assertThat(reason(of(
                        () -> UpdateRule.descent(0.1),
                        step -> step < 5 ? 1 : Double.NaN,
                        Shape.DECAY.rate)))
                .contains("a memory of past gradients");
    }

    @Test
    void a_rate_that_is_none_is_a_configuration_error() {
        assertThatThrownBy(() -> of(() -> UpdateRule.adam(0.01), step -> 1, step -> -step))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a rate is 0 or more");
    }

    @Test
    void nothing_to_examine_is_no_success() {
        violated(judge(
                check,
                WrittenEvidence.about(Task.regression())
                        .with(new ScheduledSteps(), new ScheduleEvidence(List.of(), 1, 0))));
    }

    private CheckReport of(
            Supplier<UpdateRule> rule, IntToDoubleFunction applied, IntToDoubleFunction declared) {
        return judge(
                check,
                ReferenceModel.classifier()
                        .rule(() -> rule.get().scheduled(applied))
                        .builder()
                        .learningRates(declared)
                        .build());
    }

    private CheckReport written(Shape shape, IntToDoubleFunction factor) {
        return judge(check, evidence(shape, factor, step -> 1, 0));
    }

    private static WrittenEvidence evidence(
            Shape shape, IntToDoubleFunction factor, IntToDoubleFunction loss, double turn) {
        List<Step> steps = IntStream.range(0, STEPS)
                .mapToObj(step -> new Step(
                        shape.rate.applyAsDouble(step),
                        loss.applyAsDouble(step),
                        shape.rate.applyAsDouble(step) * factor.applyAsDouble(step),
                        turn,
                        1e-7))
                .toList();
        return WrittenEvidence.about(Task.regression())
                .with(new ScheduledSteps(), new ScheduleEvidence(steps, 0.5, 0.5));
    }

    private static void notAccused(CheckReport report) {
        assertThat(report.outcome().label()).isNotEqualTo("violated");
    }
}
