package dev.mltest.library.masking;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.CausalityEvidence;
import dev.mltest.evidence.CausalityEvidence.Change;
import dev.mltest.evidence.CausalityEvidence.Sight;
import dev.mltest.experiment.Causality;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.SequenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class LaterPositionsDoNotLeakTest {

    private final Check check = new LaterPositionsDoNotLeak();

    @Test
    void holds_on_a_running_sum() {
        assertThat(held(judge(check, seeing(0).builder().causal().build())).note())
                .isEqualTo("output: an output sees up to 5 positions back");
    }

    @Test
    void catches_a_sum_that_is_one_ahead() {
        Approved.verify(
                "later-positions-do-not-leak.one-ahead",
                failure(judge(check, seeing(1).builder().causal().build())));
    }

    @Test
    void catches_what_is_seen_of_all_positions() {
        SequenceModel centred = SequenceModel.at((row, position) ->
                row.values()[position] - row.sum(0, row.length()) / row.length());

        assertThat(failure(judge(check, centred.builder().causal().build())))
                .contains("an output sees up to 5 positions ahead of its own");
    }

    @Test
    void a_model_that_reads_nothing_shows_nothing() {
        SequenceModel constant = SequenceModel.at((row, position) -> position);

        assertThat(reason(judge(check, constant.builder().causal().build())))
                .isEqualTo("an output reacts to no position of 'input' at all");
    }

    @Test
    void an_output_without_positions_shows_nothing() {
        SequenceModel sum = SequenceModel.ofAll(row -> row.sum(0, row.length()));

        assertThat(reason(judge(check, sum.builder().causal().build())))
                .isEqualTo("no output runs over the positions of 'input' [8x6]");
    }

    @Test
    void an_axis_of_equal_size_is_not_taken_for_that_of_the_positions() {
        SequenceModel summary = new SequenceModel(
                batch -> {
                    List<SequenceModel.Row> rows = SequenceModel.rows(batch);
                    double[] values = new double[rows.size() * SequenceModel.LENGTH];
                    for (int i = 0; i < values.length; i++) {
                        SequenceModel.Row row = rows.get(i / SequenceModel.LENGTH);
                        values[i] = row.sum(0, row.length()) * (i % SequenceModel.LENGTH);
                    }
                    return ArrayTensor.ofDoubles(
                            Shape.of(rows.size(), SequenceModel.LENGTH), values);
                },
                (outputs, batch) -> 0);

        assertThat(reason(judge(check, summary.builder().causal().build())))
                .startsWith("no output runs over the positions");
    }

    @Test
    void channels_ask_for_the_axis() {
        Batch series = SequenceModel.series(false);
        ArrayTensor input = series.input("input").reshaped(Shape.of(32, 3, 2));
        Batch data = Batch.of(input, series.target());

        assertThat(reason(judge(check, seeing(0).builder(data).causal().build())))
                .contains("write .causalAlong(1), or .causalAlong(2)");
    }

    @Test
    void without_a_declaration_nothing_is_claimed() {
        assertThat(reason(judge(check, seeing(1).builder().build())))
                .startsWith("nothing is declared of what an output may see; write .causal()");
        assertThat(reason(judge(check, seeing(1).builder().seesAtMost(7).build())))
                .isEqualTo("no causality is declared; write .causal()");
    }

    @Test
    void no_positions_behind_the_first_are_a_violation() {
        Sight sight = new Sight("output", List.of(new Change(0, 0, 0, 0, 0)));
        WrittenEvidence nothing = WrittenEvidence.about(Task.regression())
                .with(
                        new Causality(),
                        new CausalityEvidence("input", Shape.of(8, 6), 6, true, 0, List.of(sight)));

        assertThat(violated(judge(check, nothing)).summary())
                .isEqualTo("nothing was examined: there are no positions");
    }

    static SequenceModel seeing(int ahead) {
        return SequenceModel.at((row, position) -> row.sum(0, position + 1 + ahead));
    }
}
