package dev.mltest.library.output;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
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

class MoreThanOneNumberDecidesTest {

    private final Check check = new MoreThanOneNumberDecides();

    @Test
    void holds_on_a_correct_classifier() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_a_hidden_layer_of_one_unit() {
        Approved.verify(
                "more-than-one-number-decides.one-unit",
                failure(judge(check, classifier(noise -> narrowed(1, noise)))));
    }

    @Test
    void two_units_are_enough_for_three_classes() {
        held(judge(check, classifier(noise -> narrowed(2, noise))));
    }

    @Test
    void catches_probabilities_that_one_number_decides() {
        ReferenceModel model = classifier(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 1, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 1, ToyData.CLASSES, noise),
                        Layers.softmax("softmax")))
                .task(Task.classification(ToyData.CLASSES).fromProbabilities());

        assertThat(failure(judge(check, model)))
                .contains("first puts out one number for an example");
    }

    @Test
    void inputs_of_one_feature_may_be_decided_by_it() {
        ReferenceModel model =
                classifier(noise -> List.of(Layers.dense("head", 1, 3, noise))).data(oneFeature());

        assertThat(reason(judge(check, model)))
                .isEqualTo("the inputs themselves differ along one direction only");
    }

    @Test
    void a_head_that_starts_at_zero_tells_nothing() {
        ReferenceModel model = classifier(noise -> List.of(
                Layers.dense("first", ToyData.FEATURES, 8, noise),
                Layers.dense("head", 8, ToyData.CLASSES, 0, noise)));

        assertThat(reason(judge(check, model)))
                .isEqualTo("the outputs of all examples are the same, or no usable numbers");
    }

    @Test
    void real_values_are_no_classes() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("it does not decide between three classes or more");
    }

    @Test
    void of_a_predictor_no_layer_is_named() {
        ReferenceModel narrow = classifier(noise -> narrowed(1, noise)).as(PlainPredictor::new);

        assertThat(failure(judge(check, narrow))).contains("outputs").doesNotContain("narrow");
    }

    private static ReferenceModel classifier(Function<Noise, List<Layer>> layers) {
        return ReferenceModel.classifier().layers(layers);
    }

    private static List<Layer> narrowed(int width, Noise noise) {
        return List.of(
                Layers.dense("first", ToyData.FEATURES, 24, noise),
                Layers.tanh("tanh"),
                Layers.dense("narrow", 24, width, noise),
                Layers.tanh("bend"),
                Layers.dense("head", width, ToyData.CLASSES, noise));
    }

    private static Batch oneFeature() {
        Batch rows = ToyData.classes(64);
        float[] feature = new float[64];
        for (int i = 0; i < feature.length; i++) {
            feature[i] = (float) rows.input("input").get(i * ToyData.FEATURES);
        }
        return Batch.of(ArrayTensor.ofFloats(Shape.of(64, 1), feature), rows.target());
    }
}
