package dev.mltest.library.capacity;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.TrainingEvidence;
import dev.mltest.experiment.BudgetedTraining;
import dev.mltest.model.Task;
import dev.mltest.testing.AlarmRate;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsAreLongEnoughTest {

    private final Check check = new StepsAreLongEnough();

    @Test
    void holds_on_a_correct_model() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_a_rate_far_too_small() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.adam(1e-7));

        Approved.verify("steps-are-long-enough.rate-too-small", failure(judge(check, model)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1e-3, 1e-4})
    void usual_small_rates_are_no_fault(double rate) {
        held(judge(check, ReferenceModel.regressor().rule(() -> UpdateRule.descent(rate))));
    }

    @Test
    void fine_tuning_is_not_judged() {
        assertThat(reason(judge(check, written(training(0.5, 0.5), training(0.5, 0.9)))))
                .isEqualTo("the start (0.5) is better than constant outputs (1),"
                        + " so something was learnt before");
    }

    @Test
    void a_long_warm_up_is_not_judged() {
        TrainingEvidence warmUp = Trainings.withUpdates(training(1.2, -0.2), 0, 1, 2);

        assertThat(reason(judge(check, written(warmUp, training(1.2, 0.9)))))
                .isEqualTo("updates still grow, as in a warm-up");
    }

    @Test
    void a_model_that_longer_steps_do_not_help_is_not_judged() {
        assertThat(reason(judge(check, written(training(1.2, -0.2), training(1.2, -5)))))
                .isEqualTo("training is slow, and longer steps do not help");
    }

    @Test
    void a_model_that_longer_steps_help_is_accused() {
        violated(judge(check, written(training(1.2, -0.2), training(1.2, 0.5))));
    }

    @Test
    void a_task_without_a_scale_is_not_judged() {
        assertThat(reason(judge(check, ReferenceModel.regressor().task(Task.custom("ranking")))))
                .isEqualTo("how far there is to go cannot be told for this task and loss");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    /**
     * The hardest healthy case: the model rests exactly where it was, and with longer steps it
     * stays there up to noise. The look that is tested was chosen by the training loss.
     */
    @Test
    void false_alarms_are_no_more_frequent_than_stated() {
        double stated = 0.05;

        AlarmRate measured =
                AlarmRate.of(check.atFalseAlarmRate(stated), 10_000, StepsAreLongEnoughTest::still);
        AlarmRate standard = AlarmRate.of(check, 10_000, StepsAreLongEnoughTest::still);

        assertThat(measured.low()).isLessThanOrEqualTo(stated);
        assertThat(measured.high()).isGreaterThanOrEqualTo(stated);
        assertThat(standard.low()).isLessThanOrEqualTo(check.falseAlarmRate());
        assertThat(check.falseAlarmRate()).isEqualTo(1e-4);
    }

    private static WrittenEvidence still(long seed) {
        Noise random = new Noise(seed);
        return written(
                Trainings.still(1, -0.2, 1.1, 0, 8, random),
                Trainings.still(1000, -0.2, 1.1, 0.1, 8, random));
    }

    private static TrainingEvidence training(double start, double gain) {
        return Trainings.of(1, start, gain, 1e-6, new Noise(1));
    }

    private static WrittenEvidence written(TrainingEvidence run, TrainingEvidence longer) {
        return WrittenEvidence.about(Task.regression())
                .with(new BudgetedTraining(), run)
                .with(new BudgetedTraining(1000), longer);
    }
}
