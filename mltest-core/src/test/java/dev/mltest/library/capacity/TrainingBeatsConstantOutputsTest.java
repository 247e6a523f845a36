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
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.AlarmRate;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

class TrainingBeatsConstantOutputsTest {

    private static final double NOISE = 0.1;

    private final Check check = new TrainingBeatsConstantOutputs();

    @Test
    void holds_on_a_correct_model() {
        held(judge(check, ReferenceModel.classifier()));
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void catches_a_rate_far_too_large() {
        ReferenceModel model = ReferenceModel.classifier().rule(() -> UpdateRule.adam(2));

        Approved.verify(
                "training-beats-constant-outputs.rate-too-large", failure(judge(check, model)));
    }

    @Test
    void catches_a_model_that_climbs() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.descent(-0.01));

        assertThat(violated(judge(check, model)).violations().get(0).locus()).isEqualTo("loss");
    }

    @Test
    void data_that_hold_nothing_to_learn_are_not_accused() {
        Batch values = ToyData.values(256);
        RandomGenerator random = new java.util.SplittableRandom(5);
        Batch noise = Batch.of(
                values.input("input"),
                ArrayTensor.ofDoubles(
                        Shape.of(256, 1),
                        DoubleStream.generate(random::nextGaussian).limit(256).toArray()));

        assertThat(reason(judge(
                        check,
                        ReferenceModel.regressor()
                                .data(noise)
                                .rule(() -> UpdateRule.descent(0.01)))))
                .endsWith("no better, but slow or close");
    }

    @Test
    void a_slow_run_is_not_judged() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.descent(1e-5));

        assertThat(reason(judge(check, model))).endsWith("no better, but slow or close");
    }

    @Test
    void what_constants_cost_has_to_be_known() {
        assertThat(reason(judge(check, ReferenceModel.regressor().task(Task.custom("ranking")))))
                .isEqualTo("what constant outputs cost cannot be told for this task and loss");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    /**
     * The hardest healthy case: whole steps do worse than constants in inference mode only, and
     * shorter ones exactly as well at each of eight looks. Two thirds of the rate are spent on
     * them, and the last third on a claim that cannot be made here, so the rate lies below.
     */
    @Test
    void false_alarms_are_no_more_frequent_than_stated() {
        double stated = 0.05;

        AlarmRate measured = AlarmRate.of(
                check.atFalseAlarmRate(stated),
                10_000,
                TrainingBeatsConstantOutputsTest::nothingToLearn);
        AlarmRate standard =
                AlarmRate.of(check, 10_000, TrainingBeatsConstantOutputsTest::nothingToLearn);

        assertThat(measured.low()).isLessThanOrEqualTo(stated);
        assertThat(measured.high()).isGreaterThanOrEqualTo(0.6 * stated);
        assertThat(standard.low()).isLessThanOrEqualTo(check.falseAlarmRate());
        assertThat(check.falseAlarmRate()).isEqualTo(1e-4);
    }

    private static WrittenEvidence nothingToLearn(long seed) {
        Noise random = new Noise(seed);
        return WrittenEvidence.about(Task.regression())
                .with(new BudgetedTraining(), Trainings.still(1, -1, 0.9, NOISE, 8, random))
                .with(new BudgetedTraining(0.1), Trainings.still(0.1, 0, 0.9, NOISE, 8, random))
                .with(new BudgetedTraining(0.01), Trainings.still(0.01, 0, 0.9, NOISE, 8, random));
    }

    /** Shorter steps gain so much more, in units of the noise of a batch's loss. */
    @Test
    void the_more_shorter_steps_gain_the_surer_long_ones_are_accused() {
        List<Double> power = DoubleStream.of(0, 1, 1.5, 2, 4)
                .map(effect -> AlarmRate.of(check, 1_000, seed -> written(seed, 0, effect * NOISE))
                        .rate())
                .boxed()
                .toList();

        assertThat(power).isSorted();
        assertThat(power.get(0)).isLessThan(0.01);
        assertThat(power.get(4)).isGreaterThan(0.99);
        System.out.println("power at 0, 1, 1.5, 2, 4: " + power);
    }

    private static WrittenEvidence written(long seed, double gain, double shorterGain) {
        Noise random = new Noise(seed);
        return WrittenEvidence.about(Task.regression())
                .with(new BudgetedTraining(), training(1, gain, random))
                .with(new BudgetedTraining(0.1), training(0.1, shorterGain, random))
                .with(new BudgetedTraining(0.01), training(0.01, 0, random));
    }

    private static TrainingEvidence training(double scale, double gain, Noise random) {
        return Trainings.of(scale, 1.2, gain, NOISE, random);
    }
}
