package dev.mltest.library.independence;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.check.Measurement;
import dev.mltest.evidence.PredictingEvidence;
import dev.mltest.experiment.Predicting;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ModeLayers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class BatchSizeAndOrderDoNotMatterTest {

    private final Check check = new BatchSizeAndOrderDoNotMatter();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(3);
    }

    @Test
    void a_predictor_is_enough() {
        held(judge(check, ReferenceModel.classifier().as(PlainPredictor::new)));
    }

    @Test
    void catches_a_layer_that_divides_by_the_size_of_the_batch() {
        ReferenceModel model =
                ReferenceModel.regressor().after("tanh", () -> ModeLayers.dividedByBatch("mean"));

        Approved.verify(
                "batch-size-and-order-do-not-matter.divided-by-its-size",
                failure(judge(check, model)));
    }

    @Test
    void catches_a_layer_that_counts_rows() {
        ReferenceModel model =
                ReferenceModel.regressor().after("tanh", () -> ModeLayers.numbered("counted"));

        assertThat(violated(judge(check, model)).violations())
                .extracting(Measurement::quantity)
                .containsExactly("change of output in reverse order");
    }

    @Test
    void leaves_examples_that_mix_to_the_check_that_names_the_layer() {
        ReferenceModel model =
                ReferenceModel.regressor().after("tanh", Layers.centreByBatch("mixer", 24));

        assertThat(reason(judge(check, model)))
                .isEqualTo("its examples mix already, see examples-do-not-mix");
    }

    @Test
    void a_model_of_one_batch_size_is_judged_by_order_alone() {
        ReferenceModel model = ReferenceModel.regressor()
                .as(network -> new PlainPredictor(network) {
                    @Override
                    public NamedTensors predict(Batch batch) {
                        if (batch.size() != 8) {
                            throw new IllegalArgumentException("8 rows, please");
                        }
                        return super.predict(batch);
                    }
                });

        assertThat(held(judge(check, model)).note())
                .isEqualTo("batches of another size are refused: 8 rows, please");
    }

    @Test
    void noise_and_nan_decide_nothing() {
        reason(judge(
                check,
                ReferenceModel.regressor().after("tanh", Layers.dropoutAtInference("noisy", 0.5))));
        reason(judge(
                check,
                ReferenceModel.regressor()
                        .after("head", Layers.elementwise("nan", x -> Double.NaN, y -> 1))));
    }

    @Test
    void no_outputs_are_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new Predicting(), new PredictingEvidence(8, 9, "", List.of(), List.of()));

        violated(judge(check, nothing));
    }
}
