package dev.mltest.library.output;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.InputUseEvidence;
import dev.mltest.evidence.InputUseEvidence.Use;
import dev.mltest.experiment.InputUse;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
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

class OutputsDependOnEveryInputTest {

    private final Check check = new OutputsDependOnEveryInput();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(1);
    }

    @Test
    void a_predictor_can_be_asked() {
        held(judge(check, ReferenceModel.regressor().as(PlainPredictor::new)));
    }

    @Test
    void catches_an_input_that_nothing_reads() {
        Approved.verify(
                "outputs-depend-on-every-input.second-input",
                failure(judge(check, withAges(true))));
    }

    @Test
    void an_input_that_never_varies_is_not_judged() {
        assertThat(held(judge(check, withAges(false))).examined()).hasSize(1);
    }

    @Test
    void catches_outputs_that_are_constant() {
        violated(judge(
                check,
                ReferenceModel.classifier()
                        .after("head", Layers.elementwise("lost", x -> 0.5, y -> 0))));
    }

    @Test
    void a_last_layer_of_zeros_is_woken() {
        held(judge(
                check,
                ReferenceModel.classifier()
                        .layers(noise -> List.of(
                                Layers.dense("hidden", ToyData.FEATURES, 8, noise),
                                Layers.dense("head", 8, ToyData.CLASSES, 0, noise)))));
    }

    @Test
    void inputs_that_are_all_the_same_decide_nothing() {
        WrittenEvidence evidence = WrittenEvidence.about(Task.regression())
                .with(new InputUse(), new InputUseEvidence(List.of(new Use("mask", 0, 0, 0))));

        assertThat(reason(judge(check, evidence)))
                .isEqualTo("every input is the same in all examples");
    }

    @Test
    void no_inputs_are_nothing_examined() {
        violated(judge(
                check,
                WrittenEvidence.about(Task.regression())
                        .with(new InputUse(), new InputUseEvidence(List.of()))));
    }

    /** The reference network reads its first input only. */
    private static ModelUnderTest withAges(boolean varied) {
        Batch batch = ToyData.values(256);
        ArrayTensor ages = ArrayTensor.filled(ElementType.FLOAT32, Shape.of(256, 1), 40);
        ArrayTensor targets = batch.target();
        NamedTensors inputs =
                batch.inputs().with("age", varied ? ages.plusScaled(targets, 5) : ages);
        return ReferenceModel.regressor().data(batch.withInputs(inputs)).build();
    }
}
