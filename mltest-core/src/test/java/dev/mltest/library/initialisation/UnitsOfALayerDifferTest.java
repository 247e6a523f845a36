package dev.mltest.library.initialisation;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.GradientCourseEvidence;
import dev.mltest.experiment.GradientCourse;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class UnitsOfALayerDifferTest {

    private final Check check = new UnitsOfALayerDiffer();

    @Test
    void holds_on_correct_models() {
        held(judge(check, ReferenceModel.regressor()));
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_hidden_weights_that_are_all_zero() {
        Approved.verify("units-of-a-layer-differ.all-zero", failure(judge(check, zero(4, 24, 0))));
    }

    @Test
    void catches_constant_weights_although_dropout_tells_their_units_apart() {
        ReferenceModel model = constant().after("tanh", () -> Layers.dropout("dropout", 0.5));

        assertThat(failure(judge(check, model))).contains("first/weight [4x24]");
    }

    @Test
    void a_last_layer_of_zeros_is_parted_by_its_first_gradient() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, ToyData.CLASSES, 0, noise)));

        held(judge(check, model));
    }

    @Test
    void a_convex_problem_may_start_at_zero() {
        held(judge(
                check,
                ReferenceModel.regressor()
                        .layers(noise ->
                                List.of(Layers.dense("head", ToyData.FEATURES, 1, 0, noise)))));
    }

    @Test
    void without_weights_of_two_axes_there_is_nothing_to_look_at() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new GradientCourse(), new GradientCourseEvidence(4, 2, 32, List.of()));

        assertThat(reason(judge(check, nothing)))
                .isEqualTo("no trainable weight has two axes or more");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .contains("it has no optimizer");
    }

    private static ReferenceModel zero(int in, int units, double deviation) {
        return ReferenceModel.regressor()
                .layers(noise -> List.of(
                        Layers.dense("first", in, units, deviation, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("second", units, units, deviation, noise),
                        Layers.relu("relu"),
                        Layers.dense("head", units, 1, noise)));
    }

    private static ReferenceModel constant() {
        return ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.startedAt(
                                0.01, 0, Layers.dense("first", ToyData.FEATURES, 24, noise)),
                        Layers.tanh("tanh"),
                        Layers.startedAt(
                                0.01, 0, Layers.dense("head", 24, ToyData.CLASSES, noise))));
    }
}
