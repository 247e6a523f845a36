package dev.mltest.library.activation;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.LayersEvidence;
import dev.mltest.experiment.LayerSurvey;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layer;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class ExamplesStayApartTest {

    private final Check check = new ExamplesStayApart();

    @Test
    void holds_on_correct_models() {
        held(judge(check, ReferenceModel.regressor()));
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_a_layer_whose_units_are_all_dead() {
        Approved.verify(
                "examples-stay-apart.dead-units",
                failure(judge(check, shifted(-100, Layers.relu("act")))));
    }

    @Test
    void catches_a_layer_whose_units_are_all_saturated() {
        assertThat(failure(judge(check, shifted(100, Layers.sigmoid("act"))))).contains("    act ");
    }

    @Test
    void catches_a_hidden_softmax() {
        Approved.verify(
                "examples-stay-apart.hidden-softmax",
                failure(judge(check, shifted(0, Layers.softmax("act")))));
    }

    @Test
    void some_silent_units_are_healthy() {
        held(judge(check, shifted(-2, Layers.relu("act"))));
    }

    @Test
    void a_last_layer_of_zeros_wakes_up() {
        held(judge(
                check,
                ReferenceModel.regressor()
                        .layers(noise -> List.of(
                                Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                                Layers.tanh("tanh"),
                                Layers.dense("head", 24, 1, 0, noise)))));
    }

    @Test
    void equal_examples_cannot_be_told_apart() {
        WrittenEvidence equal = WrittenEvidence.about(Task.regression())
                .with(
                        new LayerSurvey(),
                        new LayersEvidence(
                                32,
                                0,
                                List.of(new LayersEvidence.Layer("outputs", look(), look())),
                                List.of()));

        assertThat(reason(judge(check, equal))).isEqualTo("all examples shown are equal");
    }

    @Test
    void seeing_no_layer_is_no_pass() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new LayerSurvey(), new LayersEvidence(32, 1, List.of(), List.of()));

        assertThat(reason(judge(check, nothing))).startsWith("no layer puts out");
    }

    private static LayersEvidence.Look look() {
        return new LayersEvidence.Look(1, 0, 1, 1, 0);
    }

    private static ReferenceModel shifted(double bias, Layer function) {
        return ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.startedAt(
                                bias, 1, Layers.dense("hidden", ToyData.FEATURES, 64, noise)),
                        function,
                        Layers.dense("head", 64, ToyData.CLASSES, noise)));
    }
}
