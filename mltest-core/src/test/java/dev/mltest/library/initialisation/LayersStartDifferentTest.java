package dev.mltest.library.initialisation;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layer;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Noise;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Function;

class LayersStartDifferentTest {

    private final Check check = new LayersStartDifferent();

    @Test
    void holds_where_one_generator_draws_all_layers() {
        held(judge(check, towers(noise -> noise, noise -> noise)));
    }

    @Test
    void catches_layers_whose_generators_start_from_one_seed() {
        ReferenceModel model =
                towers(noise -> new Noise(noise.state()), noise -> new Noise(noise.state()));

        Approved.verify("layers-start-different.one-seed", failure(judge(check, model)));
    }

    @Test
    void layers_loaded_from_one_pretrained_layer_are_copies_on_purpose() {
        ReferenceModel model = towers(noise -> new Noise(3), noise -> new Noise(3));

        assertThat(held(judge(check, model)).note())
                .contains("second/weight is a copy of first/weight, and not drawn by the seed");
    }

    @Test
    void layers_that_start_at_zero_are_not_drawn() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.startedAt(0, 0, square("first", noise)),
                        Layers.startedAt(0, 0, square("second", noise)),
                        Layers.dense("head", ToyData.FEATURES, ToyData.CLASSES, noise)));

        assertThat(reason(judge(check, model)))
                .isEqualTo("no two trainable weights of one shape look drawn at random");
    }

    @Test
    void a_predictor_has_no_weights_to_look_at() {
        ReferenceModel model =
                ReferenceModel.classifier().as(network -> new PlainPredictor(network));

        assertThat(reason(judge(check, model))).contains("can only predict");
    }

    private static ReferenceModel towers(
            Function<Noise, Noise> ofFirst, Function<Noise, Noise> ofSecond) {
        return ReferenceModel.classifier()
                .layers(noise -> List.of(
                        square("first", ofFirst.apply(noise)),
                        Layers.tanh("tanh"),
                        square("second", ofSecond.apply(noise)),
                        Layers.dense("head", ToyData.FEATURES, ToyData.CLASSES, noise)));
    }

    private static Layer square(String name, Noise noise) {
        return Layers.dense(name, ToyData.FEATURES, ToyData.FEATURES, noise);
    }
}
