package dev.mltest.library.activation;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.LayersEvidence;
import dev.mltest.evidence.LayersEvidence.Units;
import dev.mltest.experiment.LayerSurvey;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.AlarmRate;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layer;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class UnitsStayAliveTest {

    private static final int WIDTH = 24;

    private final Check check = new UnitsStayAlive();

    @Test
    void holds_on_correct_models() {
        held(judge(check, ReferenceModel.regressor()));
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_a_bias_that_silences_most_rectifiers() {
        Approved.verify(
                "units-stay-alive.mostly-dead",
                failure(judge(check, shifted(-4, Layers.relu("act")))));
    }

    @Test
    void catches_units_that_are_mostly_saturated() {
        Layer coarse = Layers.elementwise(
                "act", x -> Math.max(-1, Math.min(1, 4 * x)), y -> Math.abs(y) < 1 ? 4 : 0);

        assertThat(failure(judge(check, shifted(5, coarse)))).contains("    act ");
    }

    @Test
    void catches_weights_drawn_around_a_negative_mean_on_inputs_that_are_not_negative() {
        ReferenceModel model = shifted(0, Layers.relu("act"))
                .data(inputs(Math::abs))
                .as(network -> {
                    ParameterPath weight = ParameterPath.of("hidden/weight");
                    network.assign(weight, network.value(weight).toArray().map(w -> w - 0.9));
                    return network;
                });

        assertThat(failure(judge(check, model))).contains("    act ");
    }

    @Test
    void ten_rectified_layers_without_normalisation_are_healthy() {
        ReferenceModel model = ReferenceModel.classifier().layers(noise -> {
            List<Layer> layers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                int width = i == 0 ? ToyData.FEATURES : WIDTH;
                layers.add(Layers.dense("dense" + i, width, WIDTH, noise));
                layers.add(Layers.relu("act" + i));
            }
            layers.add(Layers.dense("head", WIDTH, ToyData.CLASSES, noise));
            return layers;
        });

        held(judge(check, model));
    }

    @Test
    void a_few_examples_are_enough_for_healthy_units() {
        held(judge(check, shifted(0, Layers.relu("act")).data(ToyData.classes(8))));
    }

    @Test
    void a_layer_silent_as_a_whole_is_left_to_another_check() {
        assertThat(held(judge(check, shifted(-100, Layers.relu("act")))).examined())
                .noneMatch(measurement -> measurement.locus().equals("act"));
    }

    @Test
    void some_silent_units_are_healthy() {
        held(judge(check, shifted(-2, Layers.relu("act"))));
    }

    @Test
    void inputs_that_are_all_positive_and_much_alike_silence_half_of_the_units() {
        Batch alike = inputs(x -> 100 + x);

        held(judge(check, shifted(0, Layers.relu("act")).data(alike)));
    }

    @Test
    void a_step_function_takes_few_values_on_purpose() {
        held(judge(check, shifted(6, Layers.elementwise("act", Math::signum, y -> 1))));
    }

    @Test
    void a_layer_that_starts_at_zero_wakes_up() {
        held(judge(
                check,
                ReferenceModel.classifier()
                        .layers(noise -> List.of(
                                Layers.dense("hidden", ToyData.FEATURES, WIDTH, noise),
                                Layers.tanh("act"),
                                Layers.dense("head", WIDTH, ToyData.CLASSES, 0, noise)))));
    }

    @Test
    void dropped_units_come_back() {
        held(judge(
                check,
                ReferenceModel.classifier().after("tanh", () -> Layers.dropout("more", 0.95))));
    }

    @Test
    void weights_that_no_seed_decides_may_be_learnt_ones() {
        ReferenceModel pretrained = shifted(-4, Layers.relu("act"), noise -> new Noise(3));

        assertThat(reason(judge(check, pretrained))).contains("the same for every seed");
    }

    @Test
    void equal_examples_say_nothing_of_units() {
        ReferenceModel model =
                ReferenceModel.classifier().data(ToyData.classes(64).rows(new int[64]));

        assertThat(reason(judge(check, model))).isEqualTo("all examples shown are equal");
    }

    @Test
    void seeing_no_unit_is_no_pass() {
        assertThat(reason(judge(check, written(seed -> List.of())))).startsWith("no layer");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .contains("can only predict");
    }

    @Nested
    class By_chance {

        private static final double STATED = 0.02;

        @Test
        void the_false_alarm_rate_is_stated() {
            assertThat(check.falseAlarmRate()).isEqualTo(1e-4);
            assertThat(check.atFalseAlarmRate(1e-6).falseAlarmRate()).isEqualTo(1e-6);
        }

        @Test
        void networks_whose_units_are_silent_as_often_as_can_be_are_accused_no_more_than_stated() {
            AlarmRate standard = AlarmRate.of(check, 10_000, draw -> silent(0.5, draw));
            AlarmRate larger =
                    AlarmRate.of(check.atFalseAlarmRate(STATED), 10_000, draw -> silent(0.5, draw));

            assertThat(standard.low()).as(standard.toString()).isLessThanOrEqualTo(1e-4);
            assertThat(larger.low()).as(larger.toString()).isLessThanOrEqualTo(STATED);
            assertThat(larger.high()).as(larger.toString()).isGreaterThan(STATED / 10);
        }

        @Test
        void it_is_the_more_powerful_the_more_units_are_silent() {
            List<Double> power = Stream.of(0.5, 0.6, 0.7, 0.8, 0.9)
                    .map(share -> AlarmRate.of(check, 1_000, draw -> silent(share, draw))
                            .rate())
                    .toList();

            assertThat(power).as(power.toString()).isSorted();
            assertThat(power.get(0)).isLessThan(0.001);
            assertThat(power.get(3)).isGreaterThan(0.95);
        }

        @Test
        void too_few_units_for_a_verdict_hold() {
            held(judge(check, written(seed -> List.of(new Units("narrow", 2, 2, 1, 1, 0)))));
        }

        @Test
        void a_suspicion_buys_four_more_seeds() {
            WrittenEvidence evidence =
                    written(seed -> List.of(new Units("act", WIDTH, WIDTH, 20, 20, 0)));

            violated(judge(check, evidence));

            assertThat(evidence.asked())
                    .filteredOn(x -> x.startsWith("layer-survey"))
                    .hasSize(5);
        }

        /** Four layers, each unit of which is silent with this chance. */
        private WrittenEvidence silent(double share, long draw) {
            return written(seed -> {
                SplittableRandom random = new SplittableRandom(1000 * draw + seed);
                List<Units> layers = new ArrayList<>();
                for (int layer = 0; layer < 4; layer++) {
                    int stuck =
                            (int) random.doubles(WIDTH).filter(x -> x < share).count();
                    layers.add(new Units("act" + layer, WIDTH, WIDTH, stuck, stuck, 0));
                }
                return layers;
            });
        }
    }

    private static WrittenEvidence written(LongFunction<List<Units>> units) {
        return WrittenEvidence.about(Task.regression())
                .withEach(
                        new LayerSurvey(),
                        seed -> new LayersEvidence(96, 1, List.of(), units.apply(seed)));
    }

    private static Batch inputs(UnaryOperator<Double> shifted) {
        Batch data = ToyData.classes(256);
        double[] values = data.inputs().first().toArray().toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] = shifted.apply(values[i]);
        }
        return Batch.of(
                ArrayTensor.of(
                        data.inputs().first().elementType(),
                        Shape.of(256, ToyData.FEATURES),
                        values),
                data.target());
    }

    private static ReferenceModel shifted(double bias, Layer function) {
        return shifted(bias, function, noise -> noise);
    }

    private static ReferenceModel shifted(
            double bias, Layer function, UnaryOperator<Noise> drawnFrom) {
        return ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.startedAt(
                                bias,
                                1,
                                Layers.dense(
                                        "hidden", ToyData.FEATURES, WIDTH, drawnFrom.apply(noise))),
                        function,
                        Layers.dense("head", WIDTH, ToyData.CLASSES, drawnFrom.apply(noise))));
    }
}
