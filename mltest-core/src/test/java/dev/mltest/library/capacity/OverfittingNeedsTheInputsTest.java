package dev.mltest.library.capacity;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.OverfitEvidence;
import dev.mltest.evidence.OverfitEvidence.Curve;
import dev.mltest.evidence.OverfitEvidence.Leftover;
import dev.mltest.evidence.OverfitEvidence.Point;
import dev.mltest.experiment.OverfitOneBatch;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class OverfittingNeedsTheInputsTest {

    private final Check check = new OverfittingNeedsTheInputs();

    @Test
    void holds_on_a_correct_model() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_a_leak_by_row_position() {
        ReferenceModel model = ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("head", ToyData.FEATURES, ToyData.CLASSES, noise),
                        Layers.rowPosition("position", 32, ToyData.CLASSES)))
                .rule(() -> UpdateRule.adam(0.1));

        Approved.verify("overfitting-needs-the-inputs.row-position", failure(judge(check, model)));
    }

    @Test
    void a_batch_that_was_not_learnt_decides_nothing() {
        ReferenceModel model = ReferenceModel.regressor().rule(() -> UpdateRule.descent(0));

        assertThat(reason(judge(check, model)))
                .isEqualTo("even with its inputs the batch was not learnt:"
                        + " the loss came to 5.267, chance is 1.841");
    }

    @Test
    void a_run_that_ended_in_nan_decides_nothing() {
        Curve curve =
                new Curve(10, List.of(new Point(0, 1, Double.NaN), new Point(10, Double.NaN, 1)));

        assertThat(reason(judge(check, written(Task.regression(), 1, curve))))
                .isEqualTo("even with its inputs the batch was not learnt:"
                        + " the loss came to NaN, chance is 1");
    }

    @Test
    void an_unknown_chance_decides_nothing() {
        assertThat(reason(judge(check, written(Task.custom("ranking"), Double.NaN))))
                .isEqualTo("chance (NaN) and floor (0) of this batch leave no room,"
                        + " see one-batch-is-overfitted");
    }

    @Test
    void the_inputs_of_a_language_model_hold_its_targets() {
        assertThat(reason(judge(check, written(Task.languageModel(50), 1))))
                .isEqualTo("the targets of a language model are part of its inputs");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo("'toy-regressor' can only predict here: it has no optimizer");
    }

    private static WrittenEvidence written(Task task, double chance) {
        return written(task, chance, new Curve(10, List.of(new Point(0, 1, Double.NaN))));
    }

    private static WrittenEvidence written(Task task, double chance, Curve curve) {
        return WrittenEvidence.about(task)
                .with(
                        new OverfitOneBatch(),
                        new OverfitEvidence(16, chance, 0, 0, curve, curve, Leftover.none()));
    }
}
