package dev.mltest.library.numerics;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.FiniteEvidence;
import dev.mltest.experiment.FiniteSweep;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ModeLayers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class OutputsAreFiniteOnTheDataTest {

    private final Check check = new OutputsAreFiniteOnTheData();

    @Test
    void holds_on_a_correct_model() {
        held(judge(check, ReferenceModel.classifier()));
    }

    @Test
    void catches_a_division_by_the_length_of_an_empty_row() {
        ReferenceModel model = unitRows().data(withEmptyRows(200));

        Approved.verify("outputs-are-finite-on-the-data.empty-row", failure(judge(check, model)));
    }

    @Test
    void finds_it_in_the_validation_data_alone() {
        var model = unitRows().builder().validationData(withEmptyRows(70)).build();

        assertThat(failure(judge(check, model)))
                .contains("examples of the validation data with NaN or infinity = 2");
    }

    @Test
    void names_the_output_of_a_predictor() {
        ReferenceModel model =
                unitRows().data(ToyData.values(100)).as(network -> new PlainPredictor(network));
        held(judge(check, model));

        assertThat(violated(judge(check, model.data(withEmptyRows(100)))).violations())
                .hasSize(1);
    }

    @Test
    void minus_infinity_may_exclude_a_class() {
        ReferenceModel model = ReferenceModel.classifier()
                .after(
                        "head",
                        Layers.elementwise(
                                "mask", x -> x < -1 ? Double.NEGATIVE_INFINITY : x, y -> 1));

        held(judge(check, model));
    }

    @Test
    void an_infinity_inside_that_does_not_come_out_does_no_harm() {
        ReferenceModel model = ReferenceModel.regressor()
                .after("tanh", Layers.elementwise("back", x -> 1 / x, y -> 1))
                .after("tanh", Layers.elementwise("infinite", x -> x < 0 ? 1 / 0.0 : 1, y -> 1));

        held(judge(check, model));
    }

    @Test
    void no_data_is_a_violation() {
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(new FiniteSweep(), new FiniteEvidence(List.of()));

        assertThat(violated(judge(check, nothing)).summary())
                .isEqualTo("nothing was examined: there are no data sets");
    }

    private static ReferenceModel unitRows() {
        ReferenceModel model = ReferenceModel.regressor();
        return model.layers(noise -> List.of(
                ModeLayers.unitRows("scale"),
                Layers.dense("hidden", ToyData.FEATURES, 24, noise),
                Layers.tanh("tanh"),
                Layers.dense("head", 24, 1, noise)));
    }

    /** The last two rows hold nothing. */
    private static Batch withEmptyRows(int rows) {
        Batch batch = ToyData.values(rows);
        ArrayTensor input = batch.input("input");
        float[] values = input.toFloats();
        Arrays.fill(values, values.length - 2 * ToyData.FEATURES, values.length, 0);
        return Batch.of(ArrayTensor.ofFloats(input.shape(), values), batch.target());
    }
}
