package dev.mltest.library.mode;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.ModesEvidence;
import dev.mltest.experiment.Modes;
import dev.mltest.model.Task;
import dev.mltest.testing.AlarmRate;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ModeLayers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.DoubleStream;

class TrainingNoiseKeepsTheScaleTest {

    private final Check check = new TrainingNoiseKeepsTheScale();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(2);
    }

    @Test
    void catches_dropout_that_does_not_scale_up_what_it_keeps() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", () -> ModeLayers.plainDropout("drop", 0.5));

        Approved.verify("training-noise-keeps-the-scale.unscaled", failure(judge(check, model)));
    }

    @Test
    void catches_it_behind_a_dropout_that_is_right() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("tanh", () -> ModeLayers.plainDropout("drop", 0.3));

        assertThat(violated(judge(check, model)).violations().get(0).locus()).isEqualTo("drop");
    }

    @Test
    void catches_what_is_scaled_twice() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", () -> Layers.elementwise("twice", x -> 2 * x, y -> 2))
                .after("twice", () -> Layers.dropout("drop", 0.5));
        held(judge(check, model));
        ModesDrawn twice = new ModesDrawn(200, 0.5, 4);

        assertThat(violated(judge(check, twice.evidence(1))).violations().get(0).quantity())
                .isEqualTo("size of the signal in training over that in inference");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.8})
    void dropout_of_any_rate_is_left_alone(double rate) {
        held(judge(
                check,
                ReferenceModel.regressor().after("tanh", () -> Layers.dropout("drop", rate))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void noise_that_keeps_the_size_and_not_the_mean_is_left_alone(double share) {
        held(judge(
                check,
                ReferenceModel.regressor()
                        .after("tanh", () -> ModeLayers.noiseOfOneSize("noise", share))));
    }

    @Test
    void a_rectifier_in_the_noisy_layer_is_left_alone() {
        ReferenceModel model = ReferenceModel.regressor()
                .after(
                        "tanh",
                        () -> Layers.block(
                                "block", Layers.dropout("drop", 0.5), Layers.relu("relu")))
                .after("hidden", () -> Layers.relu("bend"));

        held(judge(check, model));
    }

    @Test
    void corruption_of_the_inputs_is_augmentation() {
        ReferenceModel model = ReferenceModel.regressor();
        model.layers(noise -> List.of(
                ModeLayers.plainDropout("corrupted", 0.3),
                Layers.dense("hidden", 4, 24, noise),
                Layers.tanh("tanh"),
                Layers.dense("head", 24, 1, noise)));

        reason(judge(check, model));
    }

    @Test
    void a_model_without_noise_has_no_scale_to_keep() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo(
                        "no noise behind weights was seen in training mode, or too little of a layer to measure it");
    }

    @Test
    void nothing_seen_is_not_applicable() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new Modes(), new ModesEvidence(8, 16, List.of(), List.of()));

        reason(judge(check, nothing));
    }

    @Test
    void a_predictor_cannot_be_asked() {
        reason(judge(check, ReferenceModel.classifier().as(PlainPredictor::new)));
    }

    @Test
    void accuses_healthy_dropout_no_more_often_than_stated() {
        Check loose = check.atFalseAlarmRate(0.05);

        AlarmRate rate =
                AlarmRate.of(loose, 10_000, seed -> ModesDrawn.inverted(64, 0.5).evidence(seed));
        AlarmRate strict =
                AlarmRate.of(check, 10_000, seed -> ModesDrawn.inverted(64, 0.2).evidence(seed));

        System.out.println(
                "scale at 0.05: " + rate + " up to " + rate.high() + "; at 1e-4: " + strict);
        assertThat(rate.low()).isLessThanOrEqualTo(loose.falseAlarmRate());
        assertThat(strict.low()).isLessThanOrEqualTo(check.falseAlarmRate());
    }

    @Test
    void finds_the_more_the_further_off_the_scale_is() {
        List<Double> power = DoubleStream.of(0.02, 0.05, 0.1, 0.2, 0.3)
                .map(rate -> AlarmRate.of(
                                check, 1_000, seed -> new ModesDrawn(64, rate, 1).evidence(seed))
                        .rate())
                .boxed()
                .toList();
        assertThat(power).isSorted().last().isEqualTo(1.0);
        assertThat(power.get(1)).isGreaterThan(0.9);
    }
}
