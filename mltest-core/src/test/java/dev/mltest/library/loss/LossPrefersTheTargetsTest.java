package dev.mltest.library.loss;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.PreferenceEvidence;
import dev.mltest.evidence.PreferenceEvidence.Label;
import dev.mltest.experiment.LossPreference;
import dev.mltest.model.ElementType;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.LossFunction;
import dev.mltest.testing.Losses;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class LossPrefersTheTargetsTest {

    private static final Label RIGHT = new Label("class 0", 5, 0.2, 1.1, 2.7);

    private final Check check = new LossPrefersTheTargets();

    /** Counts classes from 1, so that the last is taken for the first. */
    private record OffByOne(LossFunction loss) implements LossFunction {

        @Override
        public double value(double[][] outputs, double[] targets, ElementType precision) {
            return loss.value(outputs, shifted(targets), precision);
        }

        @Override
        public double[][] gradient(double[][] outputs, double[] targets) {
            return loss.gradient(outputs, shifted(targets));
        }

        private static double[] shifted(double[] targets) {
            return Arrays.stream(targets)
                    .map(label -> (label + 1) % ToyData.CLASSES)
                    .toArray();
        }
    }

    @Test
    void holds_for_each_class_of_a_correct_classifier() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined())
                .hasSize(ToyData.CLASSES);
    }

    @Test
    void holds_with_probabilities() {
        held(judge(
                check,
                ReferenceModel.classifier()
                        .after("head", Layers.softmax("softmax"))
                        .loss(Losses.logOfProbabilities())
                        .task(Task.classification(ToyData.CLASSES).fromProbabilities())));
    }

    @Test
    void catches_a_loss_of_the_wrong_sign() {
        ReferenceModel model =
                ReferenceModel.classifier().loss(Losses.negated(Losses.crossEntropy()));

        Approved.verify("loss-prefers-the-targets.wrong-sign", failure(judge(check, model)));
    }

    @Test
    void catches_labels_that_the_loss_counts_from_one() {
        ReferenceModel model =
                ReferenceModel.classifier().loss(new OffByOne(Losses.crossEntropy()));

        assertThat(violated(judge(check, model)).violations()).hasSize(ToyData.CLASSES);
    }

    @Test
    void catches_one_class_that_is_taken_for_another() {
        Label wrong = new Label("class 2", 5, 2.2, 1.1, 0.8);

        assertThat(violated(judge(check, written(RIGHT, wrong))).violations()).hasSize(1);
    }

    @Test
    void a_class_of_weight_zero_is_not_judged() {
        Label ignored = new Label("class 1", 5, 0, 0, 0);

        assertThat(held(judge(check, written(RIGHT, ignored))).examined()).hasSize(1);
        assertThat(reason(judge(check, written(ignored))))
                .isEqualTo("the loss is the same whatever the outputs are");
    }

    @Test
    void a_loss_that_is_no_number_prefers_nothing() {
        violated(judge(check, written(new Label("all", 8, Double.NaN, 1, 2))));
    }

    @Test
    void no_labels_are_nothing_examined() {
        violated(judge(check, written()));
    }

    @Test
    void real_targets_are_no_labels() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("the task, regression, has no labels to point at");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.classifier().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-classifier' can only predict here: it has no loss and no gradients");
    }

    private static WrittenEvidence written(Label... labels) {
        return WrittenEvidence.about(Task.classification(ToyData.CLASSES))
                .with(new LossPreference(), new PreferenceEvidence(List.of(labels)));
    }
}
