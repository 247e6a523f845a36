package dev.mltest.library.masking;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.PaddingEvidence;
import dev.mltest.experiment.PaddingReach;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredPadding;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.SequenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class PaddingIsIgnoredTest {

    private static final SequenceModel MEAN =
            SequenceModel.ofAll(row -> row.sum(0, row.length()) / row.valid());

    private final Check check = new PaddingIsIgnored();

    @Test
    void holds_on_a_mean_over_what_is_no_padding() {
        assertThat(held(judge(check, MEAN.builder().padded().build())).examined())
                .hasSize(3);
    }

    @Test
    void a_predictor_is_enough() {
        ModelUnderTest described = ModelUnderTest.named(
                        "predictor", (seed, device) -> new PlainPredictor(MEAN))
                .task(Task.custom("series"))
                .trainingData(SequenceModel.series(true))
                .padded()
                .build();

        held(judge(check, described));
    }

    @Test
    void catches_a_mean_over_all_positions() {
        SequenceModel pooled = SequenceModel.ofAll(row -> row.sum(0, row.length()) / row.length());

        Approved.verify(
                "padding-is-ignored.pooled",
                failure(judge(check, pooled.builder().padded().build())));
    }

    @Test
    void names_the_first_position_that_leaks() {
        SequenceModel last = SequenceModel.ofAll(row -> row.values()[4]);

        assertThat(failure(judge(check, last.builder().padded().build())))
                .contains("mask of input (position 4)");
    }

    @Test
    void finds_padding_by_its_value_where_no_mask_is_handed_over() {
        SequenceModel sum = SequenceModel.ofAll(row -> row.sum(0, row.length()));

        assertThat(failure(judge(
                        check,
                        sum.builder(SequenceModel.series(false)).paddedWith(0).build())))
                .contains("told by the declared value, since no mask is handed");
    }

    @Test
    void outputs_at_padded_positions_may_be_anything() {
        SequenceModel each = SequenceModel.at((row, position) -> row.values()[position]);

        held(judge(check, each.builder().padded().build()));
    }

    @Test
    void padding_may_stand_in_front() {
        Batch data = reversed(SequenceModel.series(true));

        held(judge(check, MEAN.builder(data).padded().build()));
    }

    @Test
    void a_model_of_one_length_only_is_still_examined() {
        SequenceModel fixed = SequenceModel.ofAll(row -> {
            if (row.length() != SequenceModel.LENGTH) {
                throw new IllegalArgumentException("6 positions are needed");
            }
            return row.sum(0, row.length()) / row.valid();
        });

        assertThat(held(judge(check, fixed.builder().padded().build())).note())
                .startsWith("more padding: ")
                .contains("6 positions are needed");
    }

    @Test
    void without_a_declaration_nothing_is_claimed() {
        assertThat(reason(judge(check, MEAN.builder().build())))
                .startsWith("no padding is declared; write .padded() if an input has a mask");
    }

    @Test
    void without_a_mask_the_value_has_to_be_told() {
        assertThat(reason(judge(
                        check, ReferenceModel.regressor().builder().padded().build())))
                .startsWith("'input' has no mask that tells its padding");
    }

    @Test
    void a_mask_that_fits_two_axes_asks_for_one() {
        ArrayTensor square = ArrayTensor.filled(ElementType.FLOAT32, Shape.of(4, 3, 3), 1);
        ArrayTensor mask = ArrayTensor.filled(ElementType.FLOAT32, Shape.of(4, 3), 1);
        Batch data = new Batch(
                NamedTensors.of("input", square),
                NamedTensors.of("target", mask),
                NamedTensors.of("input", mask));

        assertThat(reason(judge(check, MEAN.builder(data).padded().build())))
                .contains("write .declare(DeclaredPadding.byMask().along(1))");
    }

    @Test
    void a_model_that_reacts_to_nothing_shows_nothing() {
        SequenceModel constant = SequenceModel.ofAll(row -> 1.0);

        assertThat(reason(judge(check, constant.builder().padded().build())))
                .isEqualTo("no output reacts to any position of 'input', padding or not");
    }

    @Test
    void no_inputs_are_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new PaddingReach(), new PaddingEvidence(List.of()));

        assertThat(violated(judge(check, nothing)).summary())
                .isEqualTo("nothing was examined: there are no changes of padding");
    }

    @Test
    void one_input_may_be_declared_by_its_name_and_axis() {
        var model = MEAN.builder()
                .declare(DeclaredPadding.byMask().of("input").along(1))
                .build();

        held(judge(check, model));
    }

    private static Batch reversed(Batch batch) {
        return new Batch(
                batch.inputs().map((name, tensor) -> reversed(tensor.toArray())),
                batch.targets(),
                batch.masks().map((name, tensor) -> reversed(tensor.toArray())));
    }

    private static ArrayTensor reversed(ArrayTensor tensor) {
        double[] values = new double[tensor.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.get(i + SequenceModel.LENGTH - 1 - 2 * (i % SequenceModel.LENGTH));
        }
        return ArrayTensor.of(tensor.elementType(), tensor.shape(), values);
    }
}
