package dev.mltest.library.mode;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.check.Measurement;
import dev.mltest.evidence.ModesEvidence;
import dev.mltest.experiment.Modes;
import dev.mltest.model.Task;
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

class StatisticsFollowTheDataTest {

    private final Check check = new StatisticsFollowTheData();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined())
                .extracting(Measurement::locus)
                .containsExactly("centre");
    }

    @Test
    void catches_statistics_that_never_move() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("first", () -> ModeLayers.stuckCentre("norm", 24));

        Approved.verify("statistics-follow-the-data.never-updated", failure(judge(check, model)));
    }

    @Test
    void catches_statistics_that_mix_what_two_layers_see() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("first", () -> ModeLayers.mixingCentre("norm", 24, 4));

        violated(judge(check, model));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9, 0.97, 0.99})
    void slow_statistics_follow_all_the_same(double momentum) {
        ReferenceModel model = ReferenceModel.classifier()
                .after("first", () -> ModeLayers.scale("slow", momentum));

        held(judge(check, model));
    }

    @Test
    void frozen_statistics_in_both_modes_are_no_difference() {
        ReferenceModel model =
                ReferenceModel.classifier().after("first", () -> ModeLayers.counting("fixed"));

        held(judge(check, model));
    }

    @Test
    void a_model_without_statistics_has_none_to_follow() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("the model keeps no running statistics");
    }

    @Test
    void statistics_behind_noise_are_not_judged() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("hidden", () -> Layers.centre("centre", 24))
                .after("hidden", () -> Layers.dropout("drop", 0.5));

        assertThat(reason(judge(check, model)))
                .isEqualTo(
                        "no layer with running statistics can be seen, or noise covers them all");
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
}
