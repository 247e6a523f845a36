package dev.mltest.library.gradient;

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
import dev.mltest.testing.Layer;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class GradientsKeepTheirSizeTest {

    private final Check check = new GradientsKeepTheirSize();

    @Test
    void holds_on_correct_models() {
        held(judge(check, ReferenceModel.regressor()));
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_weights_too_small_for_ten_layers() {
        Approved.verify(
                "gradients-keep-their-size.tiny-weights", failure(judge(check, deep(1e-4))));
    }

    @Test
    void ten_layers_with_fitting_weights_hold() {
        held(judge(check, deep(Math.sqrt(2.0 / 24))));
    }

    @Test
    void a_weight_behind_zeros_is_only_asleep() {
        ReferenceModel model = ReferenceModel.regressor()
                .rule(() -> UpdateRule.descent(1e-9))
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, 1, 0, noise)));

        assertThat(reason(judge(check, model))).startsWith("fewer than two weights");
    }

    @Test
    void nothing_to_compare_is_no_pass() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new GradientCourse(), new GradientCourseEvidence(4, 2, 32, List.of()));

        assertThat(reason(judge(check, nothing))).startsWith("fewer than two weights");
    }

    private static ReferenceModel deep(double deviation) {
        return ReferenceModel.classifier().layers(noise -> {
            List<Layer> layers = new ArrayList<>();
            for (int i = 1; i <= 9; i++) {
                int in = i == 1 ? ToyData.FEATURES : 24;
                layers.add(Layers.dense("hidden" + i, in, 24, deviation, noise));
                layers.add(Layers.relu("relu" + i));
            }
            layers.add(Layers.dense("head", 24, ToyData.CLASSES, noise));
            return layers;
        });
    }
}
