package dev.mltest.library.masking;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.PaddedLossEvidence;
import dev.mltest.evidence.PaddedLossEvidence.Padded;
import dev.mltest.experiment.PaddedLoss;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.SequenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class PaddingDoesNotCountInTheLossTest {

    private static final SequenceModel RUNNING = LaterPositionsDoNotLeakTest.seeing(0);

    private final Check check = new PaddingDoesNotCountInTheLoss();

    @Test
    void holds_on_a_mean_over_valid_positions() {
        assertThat(held(judge(check, overValid().builder().padded().build())).examined())
                .hasSize(3);
    }

    @Test
    void a_mask_of_the_targets_needs_no_declaration() {
        assertThat(held(judge(check, overValid().builder().build())).examined()).hasSize(1);
    }

    @Test
    void a_sum_of_each_series_may_be_averaged_over_the_examples() {
        held(judge(
                check, RUNNING.under(loss(true, Batch::size)).builder().padded().build()));
    }

    @Test
    void catches_targets_that_count_though_they_are_masked() {
        Approved.verify(
                "padding-does-not-count-in-the-loss.mask-forgotten",
                failure(judge(
                        check, RUNNING.under(loss(false, Batch::size)).builder().build())));
    }

    @Test
    void catches_a_mean_over_all_positions_where_padding_is_declared() {
        SequenceModel diluted = RUNNING.under(loss(true, batch -> batch.target().length()));

        held(judge(check, diluted.builder().build()));
        assertThat(failure(judge(check, diluted.builder().padded().build())))
                .contains("2 positions of padding added moves it by");
    }

    @Test
    void catches_outputs_that_count_though_their_targets_are_blanked() {
        SequenceModel blanked = RUNNING.under((outputs, batch) -> {
            double[] mask = batch.masks().get("target").toArray().toDoubles();
            double sum = 0;
            for (int i = 0; i < mask.length; i++) {
                double error = outputs.get(i) - batch.target().get(i) * mask[i];
                sum += error * error;
            }
            return sum / batch.size();
        });

        assertThat(failure(judge(check, blanked.builder().padded().build())))
                .contains("padded outputs overwritten moves it by");
    }

    @Test
    void without_a_mask_the_padding_of_the_input_tells() {
        var model = RUNNING.under(loss(false, Batch::size))
                .builder(SequenceModel.series(false))
                .paddedWith(0)
                .build();

        assertThat(failure(judge(check, model))).contains("told by the padding of the input");
    }

    @Test
    void whole_examples_may_be_masked() {
        SequenceModel model = new SequenceModel(
                batch ->
                        batch.input("input").reshaped(Shape.of(batch.size(), SequenceModel.LENGTH)),
                loss(true, batch -> sum(batch.masks().first().toArray().toDoubles())));

        held(judge(check, model.builder(byExample()).build()));
    }

    @Test
    void without_any_mask_nothing_is_claimed() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("no target has a mask; give the batches one, or write .padded()");
    }

    @Test
    void a_loss_that_ignores_the_targets_shows_nothing() {
        assertThat(reason(judge(check, RUNNING.builder().build())))
                .isEqualTo("the loss does not react to 'target' where it is no padding either");
    }

    @Test
    void a_predictor_cannot_be_asked() {
        assertThat(reason(judge(check, ReferenceModel.regressor().as(PlainPredictor::new))))
                .isEqualTo(
                        "'toy-regressor' can only predict here: it has no loss and no gradients");
    }

    @Test
    void a_target_without_positions_shows_nothing() {
        var model = ReferenceModel.regressor().builder().paddedWith(0).build();

        assertThat(reason(judge(check, model)))
                .isEqualTo("no target has positions that are padding");
    }

    @Test
    void no_changes_are_a_violation() {
        Padded untouched =
                new Padded("target", Shape.of(8, 6), 8, true, 3, 1, 0, List.of(), List.of());
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new PaddedLoss(), new PaddedLossEvidence(List.of(untouched)));

        assertThat(violated(judge(check, nothing)).summary())
                .isEqualTo("nothing was examined: there are no changes of padding");
    }

    private static SequenceModel overValid() {
        return RUNNING.under(
                loss(true, batch -> sum(batch.masks().get("target").toArray().toDoubles())));
    }

    private interface Divisor {
        double of(Batch batch);
    }

    /** Squared errors, of all positions or of those that the mask of the target leaves. */
    private static SequenceModel.Loss loss(boolean masked, Divisor divisor) {
        return (outputs, batch) -> {
            double sum = 0;
            for (int i = 0; i < outputs.length(); i++) {
                double error = outputs.get(i) - batch.target().get(i);
                sum += error * error * (masked ? weight(batch, i) : 1);
            }
            return sum / divisor.of(batch);
        };
    }

    private static double weight(Batch batch, int index) {
        ArrayTensor mask = batch.masks().get("target").toArray();
        return mask.get(index * mask.length() / batch.target().length());
    }

    private static double sum(double... values) {
        return Arrays.stream(values).sum();
    }

    private static Batch byExample() {
        Batch series = SequenceModel.series(false);
        float[] mask = new float[series.size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % 3 == 0 ? 0 : 1;
        }
        return new Batch(
                series.inputs(),
                series.targets(),
                NamedTensors.of("target", ArrayTensor.ofFloats(Shape.of(mask.length, 1), mask)));
    }
}
