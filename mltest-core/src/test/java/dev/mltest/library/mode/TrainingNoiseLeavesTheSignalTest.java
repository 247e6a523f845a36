package dev.mltest.library.mode;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

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

import java.util.List;

class TrainingNoiseLeavesTheSignalTest {

    private static final String NONE = "no layer was seen that erases values in training";

    private final Check check = new TrainingNoiseLeavesTheSignal();

    @Test
    void holds_on_a_correct_model() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_a_layer_of_which_almost_nothing_is_left() {
        ReferenceModel model =
                ReferenceModel.regressor().after("tanh", () -> Layers.dropout("drop", 0.9));

        Approved.verify(
                "training-noise-leaves-the-signal.almost-all-dropped",
                failure(judge(check, model)));
    }

    @Test
    void catches_dropout_behind_the_last_weights() {
        ReferenceModel model =
                ReferenceModel.classifier().after("head", () -> Layers.dropout("late", 0.3));

        Approved.verify(
                "training-noise-leaves-the-signal.behind-the-head", failure(judge(check, model)));
    }

    @Test
    void a_layer_that_is_wide_enough_may_lose_most_of_itself() {
        ReferenceModel model = ReferenceModel.regressor();
        model.layers(noise -> List.of(
                Layers.dense("hidden", 4, 600, noise),
                Layers.tanh("tanh"),
                Layers.dropout("drop", 0.8),
                Layers.dense("head", 600, 1, noise)));

        held(judge(check, model));
    }

    @Test
    void a_narrow_layer_may_lose_half() {
        ReferenceModel model = ReferenceModel.regressor();
        model.layers(noise -> List.of(
                Layers.dense("hidden", 4, 6, noise),
                Layers.tanh("tanh"),
                Layers.dropout("drop", 0.5),
                Layers.dense("head", 6, 1, noise)));

        held(judge(check, model));
    }

    @Test
    void a_rectifier_behind_noise_does_not_erase_by_chance() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("hidden", () -> Layers.relu("relu"))
                .after("hidden", () -> ModeLayers.noiseOfOneSize("noise", 0.5));

        assertThat(reason(judge(check, model))).isEqualTo(NONE);
    }

    @Test
    void noise_that_erases_nothing_is_not_judged() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", () -> ModeLayers.noiseOfOneSize("noise", 0.99));

        assertThat(reason(judge(check, model))).isEqualTo(NONE);
    }

    @Test
    void nothing_seen_is_not_applicable() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new Modes(), new ModesEvidence(8, 16, List.of(), List.of()));

        assertThat(reason(judge(check, nothing))).isEqualTo(NONE);
    }

    @Test
    void a_predictor_cannot_be_asked() {
        reason(judge(check, ReferenceModel.classifier().as(PlainPredictor::new)));
    }

    /** The evidence says that examples cannot be told apart, so that the share alone decides. */
    @Test
    void accuses_a_layer_that_keeps_half_no_more_often_than_stated() {
        Check loose = check.atFalseAlarmRate(0.05);

        AlarmRate rate =
                AlarmRate.of(loose, 10_000, seed -> ModesDrawn.inverted(12, 0.5).evidence(seed));
        assertThat(loose.falseAlarmRate()).isBetween(rate.low(), rate.high());
    }
}
