package dev.mltest.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Layers;
import dev.mltest.testing.Losses;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.UpdateRule;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Each planted fault is named first, and confirmed by an experiment. */
class DiagnosisTest {

    @Test
    void a_rate_of_the_wrong_sign() {
        Diagnosis diagnosis =
                Diagnoses.of(ReferenceModel.classifier().rule(() -> UpdateRule.descent(-0.1)));

        Finding cause = Diagnoses.confirmed(diagnosis, "update-points-uphill");
        assertThat(cause.place()).isEqualTo("optimizer");
        assertThat(cause.evidence()).startsWith("turned round, the loss of one batch comes down");
    }

    @Test
    void a_rate_that_is_far_too_high() {
        Diagnosis diagnosis =
                Diagnoses.of(ReferenceModel.classifier().rule(() -> UpdateRule.descent(20)));

        assertThat(Diagnoses.confirmed(diagnosis, "rate-is-too-high").place())
                .isEqualTo("optimizer");
        assertThat(diagnosis.refuted())
                .extracting(Finding::cause)
                .contains("update-points-uphill", "initial-weights-are-off");
    }

    @Test
    void a_rate_that_is_far_too_low() {
        ModelUnderTest model =
                ReferenceModel.classifier().rule(() -> UpdateRule.adam(2e-6)).build();

        Finding finding = Diagnoses.examine(new RateIsTooLow(), model, "one-batch-is-overfitted");

        assertThat(finding.standing()).isEqualTo(Finding.Standing.CONFIRMED);
        assertThat(finding.evidence()).contains("times as fast, the loss of one batch comes down");
    }

    @Test
    void softmax_in_the_model_and_in_the_loss() {
        Diagnosis diagnosis =
                Diagnoses.of(ReferenceModel.classifier().after("head", Layers.softmax("softmax")));

        assertThat(Diagnoses.confirmed(diagnosis, "softmax-is-applied-twice").place())
                .isEqualTo("output");
    }

    @Test
    void softmax_twice_in_the_model() {
        Diagnosis diagnosis = Diagnoses.of(ReferenceModel.classifier()
                .after("head", Layers.softmax("softmax"))
                .after("softmax", Layers.softmax("again"))
                .task(Task.classification(ToyData.CLASSES).fromProbabilities())
                .loss(Losses.logOfProbabilities()));

        Diagnoses.confirmed(diagnosis, "softmax-is-applied-twice");
    }

    @Test
    void softmax_neither_in_the_model_nor_in_the_loss() {
        Diagnosis diagnosis =
                Diagnoses.of(ReferenceModel.classifier().loss(Losses.logOfProbabilities()));

        assertThat(Diagnoses.confirmed(diagnosis, "softmax-is-missing").place())
                .isEqualTo("output");
    }

    @Test
    void a_loss_of_the_wrong_sign() {
        Diagnosis diagnosis = Diagnoses.of(
                ReferenceModel.classifier().loss(Losses.negated(Losses.crossEntropy())));

        assertThat(Diagnoses.confirmed(diagnosis, "loss-is-reversed").place()).isEqualTo("loss");
    }

    @Test
    void a_gradient_that_is_cut() {
        Diagnosis diagnosis =
                Diagnoses.of(ReferenceModel.classifier().after("second", Layers.cut("cut")));

        assertThat(Diagnoses.confirmed(diagnosis, "gradient-is-cut").place())
                .startsWith("second/bias");
    }

    @Test
    void a_parameter_that_the_optimizer_does_not_know() {
        Diagnosis diagnosis = Diagnoses.of(ReferenceModel.classifier()
                .rule(() -> UpdateRule.adam(0.02).forgetting("second/weight")));

        assertThat(Diagnoses.confirmed(diagnosis, "optimizer-skips-parameter").place())
                .isEqualTo("second/weight [24x24]");
    }

    @Test
    void weights_that_are_all_equal() {
        Diagnosis diagnosis = Diagnoses.of(ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 24, 0, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, ToyData.CLASSES, 0, noise))));

        assertThat(Diagnoses.confirmed(diagnosis, "initial-weights-are-off").place())
                .startsWith("first/weight");
    }

    @Test
    void weights_that_are_far_too_large() {
        Diagnosis diagnosis = Diagnoses.of(ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, ToyData.CLASSES, 30, noise))));

        Finding cause = Diagnoses.confirmed(diagnosis, "initial-weights-are-off");
        assertThat(cause.place()).startsWith("head/weight");
        assertThat(cause.evidence()).contains("drawn again, the loss ");
    }

    @Test
    void decay_that_outweighs_the_data() {
        Diagnosis diagnosis =
                Diagnoses.of(ReferenceModel.classifier().rule(() -> UpdateRule.decaying(0.1, 0.2)));

        assertThat(Diagnoses.confirmed(diagnosis, "penalty-is-too-strong").evidence())
                .startsWith("the weights shrink to");
    }

    @Test
    void inputs_in_raw_units() {
        Diagnosis diagnosis = Diagnoses.of(ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.dense("first", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, ToyData.CLASSES, noise)))
                .data(raw(ToyData.classes(256)))
                .rule(() -> UpdateRule.descent(0.1)));

        assertThat(Diagnoses.confirmed(diagnosis, "inputs-are-unscaled").place())
                .isEqualTo("input");
    }

    @Test
    void targets_in_raw_units() {
        Batch data = ToyData.values(256);
        ArrayTensor millions = data.target().map(value -> 1000 * value + 5000);
        Diagnosis diagnosis = Diagnoses.of(ReferenceModel.regressor()
                .data(Batch.of(data.input("input"), millions))
                .rule(() -> UpdateRule.descent(0.05)));

        Finding cause = Diagnoses.confirmed(diagnosis, "targets-are-unscaled");
        assertThat(cause.place()).isEqualTo("target");
    }

    @Test
    void dropout_that_leaves_almost_nothing() {
        ModelUnderTest model = ReferenceModel.classifier()
                .after("tanh", Layers.dropout("too-much", 0.97))
                .build();

        Finding finding =
                Diagnoses.examine(new TrainingNoiseIsTooStrong(), model, "one-batch-is-overfitted");

        assertThat(finding.standing()).isEqualTo(Finding.Standing.CONFIRMED);
        assertThat(finding.place()).isEqualTo("training mode");
    }

    @Test
    void labels_that_belong_to_other_examples() {
        Batch data = ToyData.classes(128);
        ModelUnderTest model = ReferenceModel.classifier()
                .data(Batch.of(data.input("input"), turned(data.target())))
                .build();

        Finding finding = Diagnoses.examine(
                new LabelsDoNotBelong(), model, "labels-are-associated-with-inputs");

        assertThat(finding.standing()).isEqualTo(Finding.Standing.CONFIRMED);
        assertThat(finding.place()).isEqualTo("training data");
    }

    private static Batch raw(Batch data) {
        return Batch.of(data.input("input").map(value -> 5 * value + 30), data.target());
    }

    private static ArrayTensor turned(ArrayTensor labels) {
        long[] turned = new long[labels.length()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (long) labels.get((i + 101) % turned.length);
        }
        return ArrayTensor.ofLongs(Shape.of(turned.length), turned);
    }
}
