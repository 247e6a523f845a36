package dev.mltest.library.independence;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.check.Clue;
import dev.mltest.check.Measurement;
import dev.mltest.evidence.MixingEvidence;
import dev.mltest.experiment.Mixing;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class ExamplesDoNotMixTest {

    private final Check check = new ExamplesDoNotMix();

    @Test
    void holds_on_a_correct_model() {
        assertThat(held(judge(check, ReferenceModel.classifier())).examined()).hasSize(1);
    }

    @Test
    void a_predictor_is_enough() {
        held(judge(check, ReferenceModel.classifier().as(PlainPredictor::new)));
    }

    @Test
    void catches_batch_statistics_at_inference_and_names_the_layer() {
        Approved.verify("examples-do-not-mix.batch-statistics", failure(judge(check, mixing())));
    }

    @Test
    void names_the_output_where_layers_cannot_be_seen() {
        Approved.verify(
                "examples-do-not-mix.unseen-layers",
                failure(judge(check, mixing().as(PlainPredictor::new))));
    }

    @Test
    void catches_an_output_that_lost_its_examples() {
        ReferenceModel model = ReferenceModel.classifier()
                .as(network -> new PlainPredictor(network) {
                    @Override
                    public NamedTensors predict(Batch batch) {
                        return super.predict(batch)
                                .map((name, output) -> output.toArray().rows(0));
                    }
                });

        Approved.verify("examples-do-not-mix.rows-lost", failure(judge(check, model)));
    }

    @Test
    void noise_at_inference_decides_nothing() {
        ReferenceModel model =
                ReferenceModel.classifier().after("tanh", Layers.dropoutAtInference("noisy", 0.5));

        assertThat(reason(judge(check, model)))
                .matches("two predictions of the same batch differ by \\S+ already");
    }

    @Test
    void dropout_that_stops_at_inference_does_no_harm() {
        held(judge(check, ReferenceModel.classifier().after("tanh", Layers.dropout("drop", 0.5))));
    }

    @Test
    void the_first_layer_is_named_though_others_follow() {
        ReferenceModel model = mixing().after("second", Layers.centreByBatch("later", 24));

        assertThat(violated(judge(check, model)).violations())
                .extracting(Measurement::locus)
                .containsExactly("mixer");
    }

    @Test
    void the_example_that_moves_most_is_named() {
        assertThat(violated(judge(check, mixing())).clues())
                .extracting(Clue::fact)
                .anyMatch(fact -> fact.matches(
                        "example \\d of the batch moves most when others are exchanged"));
    }

    @Test
    void outputs_that_are_nan_are_not_called_mixed() {
        ReferenceModel model = ReferenceModel.classifier()
                .after("head", Layers.elementwise("nan", x -> Double.NaN, y -> 1));

        reason(judge(check, model));
    }

    @Test
    void examples_that_are_all_alike_decide_nothing() {
        Batch twins = ToyData.classes(2).rows(new int[16]);

        assertThat(reason(judge(check, ReferenceModel.classifier().data(twins))))
                .isEqualTo("there are too few different examples to exchange any");
    }

    @Test
    void no_outputs_are_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new Mixing(), new MixingEvidence(8, 4, List.of()));

        assertThat(violated(judge(check, nothing)).summary())
                .isEqualTo("nothing was examined: there are no outputs");
    }

    private static ReferenceModel mixing() {
        return ReferenceModel.classifier().after("relu", Layers.centreByBatch("mixer", 24));
    }
}
