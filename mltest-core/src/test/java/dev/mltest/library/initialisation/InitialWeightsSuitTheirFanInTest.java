package dev.mltest.library.initialisation;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.FanEvidence;
import dev.mltest.evidence.FanEvidence.Drawn;
import dev.mltest.experiment.FittedWeights;
import dev.mltest.model.ElementType;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.AlarmRate;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class InitialWeightsSuitTheirFanInTest {

    private static final Parameter WEIGHT = new Parameter(
            ParameterPath.of("hidden/weight"),
            Parameter.Role.TRAINABLE,
            Shape.of(16, 8),
            ElementType.FLOAT32);

    private final Check check = new InitialWeightsSuitTheirFanIn();

    @Test
    void holds_on_correct_models() {
        held(judge(check, ReferenceModel.regressor()));
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_weights_of_deviation_one_whatever_their_fan_in() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 64, 1, noise),
                        Layers.relu("relu1"),
                        Layers.dense("second", 64, 64, 1, noise),
                        Layers.relu("relu2"),
                        Layers.dense("head", 64, ToyData.CLASSES, 1, noise)));

        Approved.verify(
                "initial-weights-suit-their-fan-in.deviation-one", failure(judge(check, model)));
    }

    @Test
    void large_weights_that_spoil_nothing_are_left_alone() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 64, 4, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 64, ToyData.CLASSES, noise)));

        held(judge(check, model));
    }

    @Test
    void without_random_weights_there_is_nothing_to_look_at() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(Layers.dense("head", ToyData.FEATURES, 1, 0, noise)));

        assertThat(reason(judge(check, model)))
                .isEqualTo("no trainable weight of two axes or more was drawn at random");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .contains("it has no loss");
    }

    @Test
    void accuses_healthy_draws_as_often_as_stated() {
        AlarmRate stated =
                AlarmRate.of(check.atFalseAlarmRate(0.01), 10_000, seed -> drawn(seed, 1));
        AlarmRate standard = AlarmRate.of(check, 10_000, seed -> drawn(seed, 1));

        System.out.println("at 0.01: " + stated + ", at 1e-4: " + standard);
        assertThat(stated.low()).isLessThanOrEqualTo(0.01);
        assertThat(stated.high()).isGreaterThanOrEqualTo(0.01);
        assertThat(standard.low()).isLessThanOrEqualTo(1e-4);
    }

    @Test
    void detects_more_the_larger_the_variance() {
        List<Double> power = new ArrayList<>();
        for (double ratio : new double[] {1, 1.25, 1.5, 1.75, 2}) {
            power.add(AlarmRate.of(check, 1_000, seed -> drawn(seed, ratio)).rate());
        }

        System.out.println("power " + power);
        assertThat(power).isSorted();
        assertThat(power.get(4)).isGreaterThan(0.9);
    }

    /** Two weights whose start is spoilt, drawn with a multiple of He's variance. */
    private static WrittenEvidence drawn(long seed, double ratio) {
        Noise noise = new Noise(seed * 1_000_003);
        List<Drawn> weights = new ArrayList<>();
        for (int weight = 0; weight < 2; weight++) {
            double squares = 0;
            for (int i = 0; i < 128; i++) {
                squares += Math.pow(noise.normal(), 2);
            }
            weights.add(Drawn.of(WEIGHT, ratio * squares / 128 * 2 / 8));
        }
        return WrittenEvidence.about(Task.classification(3))
                .with(new FittedWeights(), new FanEvidence(20, 1, weights));
    }
}
