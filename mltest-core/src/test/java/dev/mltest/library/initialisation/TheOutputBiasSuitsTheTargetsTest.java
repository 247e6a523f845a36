package dev.mltest.library.initialisation;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.OutputBiasEvidence;
import dev.mltest.experiment.OutputBias;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.AlarmRate;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class TheOutputBiasSuitsTheTargetsTest {

    private static final Batch UNEVEN = uneven();

    private final Check check = new TheOutputBiasSuitsTheTargets();

    @Test
    void holds_for_a_bias_at_the_class_prior() {
        held(judge(check, biased(Math.log(0.8), Math.log(0.1), Math.log(0.1))));
    }

    @Test
    void catches_a_prior_in_the_wrong_order() {
        Approved.verify(
                "the-output-bias-suits-the-targets.wrong-order",
                failure(judge(check, biased(Math.log(0.1), Math.log(0.1), Math.log(0.8)))));
    }

    @Test
    void catches_the_mean_of_targets_that_were_standardised_since() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.startedAt(40, 1, Layers.dense("head", 24, 1, noise))));

        assertThat(violated(judge(check, model)).violations().get(0).locus())
                .isEqualTo("head/bias");
    }

    @Test
    void a_bias_of_zero_is_no_fault_however_uneven_the_classes_are() {
        assertThat(reason(judge(check, ReferenceModel.classifier().data(UNEVEN))))
                .isEqualTo("the last bias starts at 0, which favours nothing");
    }

    @Test
    void a_constant_that_softmax_does_not_see_costs_nothing() {
        held(judge(check, biased(5, 5, 5)));
    }

    @Test
    void a_small_default_costs_next_to_nothing() {
        held(judge(check, biased(0.1, 0, 0)));
    }

    @Test
    void a_bias_drawn_at_random_favours_nothing() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.startedAt(
                                3 * noise.normal(),
                                1,
                                Layers.dense("head", 24, ToyData.CLASSES, noise))));

        assertThat(reason(judge(check, model))).contains("drawn at random");
    }

    @Test
    void a_pretrained_bias_belongs_to_its_weights() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("hidden", ToyData.FEATURES, 24, new Noise(1)),
                        Layers.tanh("tanh"),
                        Layers.startedAt(
                                -3, 1, Layers.dense("head", 24, ToyData.CLASSES, new Noise(2)))));

        assertThat(reason(judge(check, model))).contains("pretrained");
    }

    @Test
    void the_targets_of_a_custom_task_are_not_known() {
        assertThat(reason(judge(check, ReferenceModel.regressor().task(Task.custom("ranking")))))
                .startsWith("what a custom task");
    }

    @Test
    void a_last_parameter_that_scales_is_no_bias() {
        ReferenceModel model = ReferenceModel.regressor().after("head", Layers.unused("elsewhere"));

        assertThat(reason(judge(check, model))).contains("adds no constant");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .contains("can only predict");
    }

    @Nested
    class By_chance {

        private static final double ALLOWED = 1.1;
        private static final double SCATTER = 0.05;

        @Test
        void the_false_alarm_rate_is_stated() {
            assertThat(check.falseAlarmRate()).isEqualTo(1e-4);
            assertThat(check.atFalseAlarmRate(1e-6).falseAlarmRate()).isEqualTo(1e-6);
        }

        @Test
        void biases_at_the_very_limit_are_accused_no_more_often_than_stated() {
            AlarmRate standard = AlarmRate.of(check, 10_000, draw -> costing(ALLOWED, draw));
            AlarmRate larger = AlarmRate.of(
                    check.atFalseAlarmRate(0.02), 10_000, draw -> costing(ALLOWED, draw));

            assertThat(standard.low()).as(standard.toString()).isLessThanOrEqualTo(1e-4);
            assertThat(larger.low()).as(larger.toString()).isLessThanOrEqualTo(0.02);
            assertThat(larger.high()).as(larger.toString()).isGreaterThan(0.01);
        }

        @Test
        void it_is_the_more_powerful_the_more_a_bias_costs() {
            List<Double> power = Stream.of(1.1, 1.2, 1.3, 1.5, 2.0)
                    .map(cost -> AlarmRate.of(check, 1_000, draw -> costing(cost, draw))
                            .rate())
                    .toList();

            assertThat(power).as(power.toString()).isSorted();
            assertThat(power.get(4)).isGreaterThan(0.99);
        }

        @Test
        void a_cost_that_scatters_too_much_buys_seeds_and_is_then_not_applicable() {
            WrittenEvidence evidence = written(seed -> seed % 2 == 0 ? 5 : 0.9);

            reason(judge(check, evidence));

            assertThat(evidence.asked())
                    .filteredOn(x -> x.startsWith("output-bias"))
                    .hasSize(8);
        }

        private WrittenEvidence costing(double ratio, long draw) {
            return written(seed -> {
                Random random = new Random(new SplittableRandom(31 * draw + seed).nextLong());
                return ratio + SCATTER * random.nextGaussian();
            });
        }
    }

    private static WrittenEvidence written(LongToDoubleFunction loss) {
        return WrittenEvidence.about(Task.classification(ToyData.CLASSES))
                .withEach(
                        new OutputBias(),
                        seed -> new OutputBiasEvidence(
                                "head/bias", List.of(1.0), 1, loss.applyAsDouble(seed), 1, 0.5));
    }

    private static ReferenceModel biased(double... bias) {
        return ReferenceModel.classifier().data(UNEVEN).as(network -> withBias(network, bias));
    }

    private static ReferenceNetwork withBias(ReferenceNetwork network, double... bias) {
        network.assign(
                ParameterPath.of("head/bias"),
                ArrayTensor.ofDoubles(Shape.of(ToyData.CLASSES), bias));
        return network;
    }

    /** Eight of ten examples are of the first class. */
    private static Batch uneven() {
        Batch data = ToyData.classes(256);
        long[] labels = IntStream.range(0, 256)
                .mapToLong(i -> i % 10 < 8 ? 0 : i % 10 - 7)
                .toArray();
        return Batch.of(
                data.inputs().first().toArray(), ArrayTensor.ofLongs(Shape.of(256), labels));
    }
}
