package dev.mltest.library.activation;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.SuperpositionEvidence;
import dev.mltest.experiment.Superposition;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ModeLayers;
import dev.mltest.testing.PoolLayers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class LayersDoMoreThanOneTest {

    private final Check check = new LayersDoMoreThanOne();

    @Test
    void holds_on_correct_models() {
        held(judge(check, ReferenceModel.regressor()));
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_layers_without_functions_between_them() {
        Approved.verify(
                "layers-do-more-than-one.no-functions", failure(judge(check, straight(24))));
    }

    @Test
    void catches_layers_with_nothing_but_normalisation_between_them() {
        ReferenceModel model = straight(24)
                .after("first", () -> Layers.centre("centre", 24))
                .after("second", () -> ModeLayers.scale("scale", 0.1));

        assertThat(failure(judge(check, model))).contains("bends the way through first, centre");
    }

    @Test
    void the_larger_of_two_is_a_function() {
        held(judge(check, straight(24).after("first", PoolLayers.larger("pool"))));
    }

    @Test
    void the_mean_of_two_is_none() {
        violated(judge(check, straight(24).after("first", PoolLayers.mean("pool"))));
    }

    @Test
    void nearly_straight_functions_are_functions() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.dense("hidden", ToyData.FEATURES, 24, 0.05, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, noise)));

        held(judge(check, model));
    }

    @Test
    void a_single_layer_may_be_affine() {
        ReferenceModel model = ReferenceModel.regressor()
                .layers(noise -> List.of(Layers.dense("head", ToyData.FEATURES, 1, noise)));

        assertThat(reason(judge(check, model)))
                .isEqualTo("it is an affine map, and no two trainable weights work in series");
    }

    @Test
    void a_bottleneck_gives_a_factorisation_its_sense() {
        assertThat(reason(judge(check, straight(2)))).contains("affine map of low rank");
    }

    @Test
    void outputs_that_are_no_numbers_decide_nothing() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(
                        new Superposition(),
                        new SuperpositionEvidence(64, Double.NaN, 9, 4, 1, List.of(), List.of()));

        assertThat(reason(judge(check, nothing))).isEqualTo("no output was a usable number");
    }

    @Test
    void examples_that_are_all_the_same_decide_nothing() {
        ReferenceModel model = straight(24).data(ToyData.classes(64).rows(new int[64]));

        assertThat(reason(judge(check, model)))
                .isEqualTo("the examples of the batch all have the same inputs");
    }

    private static ReferenceModel straight(int width) {
        return ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, width, noise),
                        Layers.dense("second", width, 24, noise),
                        Layers.dense("head", 24, ToyData.CLASSES, noise)));
    }
}
