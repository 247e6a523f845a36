package dev.mltest.library.output;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.OutputShapesEvidence;
import dev.mltest.evidence.OutputShapesEvidence.Named;
import dev.mltest.experiment.OutputShapes;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class OutputsFitTheTargetsTest {

    private static final Task THREE = Task.classification(3);

    private final Check check = new OutputsFitTheTargets();

    @Test
    void holds_on_a_correct_classifier_and_a_correct_regressor() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(1);
        held(judge(check, ReferenceModel.regressor()));
    }

    @Test
    void a_predictor_can_be_asked() {
        held(judge(check, ReferenceModel.classifier().as(PlainPredictor::new)));
    }

    @Test
    void catches_one_output_for_three_classes() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(Layers.dense("head", ToyData.FEATURES, 1, noise)));

        Approved.verify("outputs-fit-the-targets.one-output", failure(judge(check, model)));
    }

    @Test
    void catches_scores_at_every_position_for_one_label_each() {
        assertThat(violated(judge(check, written(THREE, Shape.of(8, 6, 6, 3), Shape.of(8))))
                        .violations()
                        .get(0)
                        .value())
                .isEqualTo(108);
    }

    @Test
    void catches_one_output_for_several_real_targets() {
        violated(judge(check, written(Task.regression(), Shape.of(8, 1), Shape.of(8, 3))));
    }

    @Test
    void labels_may_be_indices_or_rows() {
        held(judge(check, written(THREE, Shape.of(8, 3), Shape.of(8, 3))));
        held(judge(check, written(THREE, Shape.of(8, 3), Shape.of(8, 1))));
    }

    @Test
    void every_step_of_a_series_may_have_its_row() {
        held(judge(check, written(THREE, Shape.of(8, 3, 5), Shape.of(8, 3, 5))));
    }

    @Test
    void a_language_model_scores_the_whole_vocabulary_at_each_position() {
        held(judge(check, written(Task.languageModel(50), Shape.of(8, 5, 50), Shape.of(8, 5))));
        held(judge(check, written(Task.languageModel(12), Shape.of(8, 12, 12), Shape.of(8, 12))));
    }

    @Test
    void real_targets_may_have_a_distribution_each() {
        assertThat(reason(judge(check, written(Task.regression(), Shape.of(8, 2), Shape.of(8, 1)))))
                .isEqualTo(
                        "there are 2 outputs for each target, which may be parameters of a distribution");
    }

    @Test
    void one_of_several_outputs_fits() {
        WrittenEvidence variational = WrittenEvidence.about(Task.reconstruction())
                .with(
                        new OutputShapes(),
                        new OutputShapesEvidence(
                                8,
                                List.of(
                                        new Named("mean", Shape.of(8, 4)),
                                        new Named("image", Shape.of(8, 12))),
                                List.of(new Named("target", Shape.of(8, 12)))));

        held(judge(check, variational));
    }

    @Test
    void no_outputs_fit_nothing() {
        WrittenEvidence none = WrittenEvidence.about(THREE)
                .with(
                        new OutputShapes(),
                        new OutputShapesEvidence(
                                8, List.of(), List.of(new Named("target", Shape.of(8)))));

        violated(judge(check, none));
    }

    @Test
    void a_custom_task_says_nothing_of_its_outputs() {
        assertThat(reason(judge(check, ReferenceModel.regressor().task(Task.custom("ranking")))))
                .isEqualTo("a custom task says nothing of its outputs");
    }

    private static WrittenEvidence written(Task task, Shape output, Shape target) {
        return WrittenEvidence.about(task)
                .with(
                        new OutputShapes(),
                        new OutputShapesEvidence(
                                8,
                                List.of(new Named("output", output)),
                                List.of(new Named("target", target))));
    }
}
