package dev.mltest.library.masking;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.measurements;
import static dev.mltest.testing.Verdicts.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Check;
import dev.mltest.check.Measurement;
import dev.mltest.model.ConfigurationException;
import dev.mltest.testing.Approved;
import dev.mltest.testing.SequenceModel;

import org.junit.jupiter.api.Test;

class OutputsSeeNoFurtherThanDeclaredTest {

    private final Check check = new OutputsSeeNoFurtherThanDeclared();

    @Test
    void holds_where_the_window_is_as_wide_as_declared() {
        held(judge(check, window(1, 1).builder().seesAtMost(3).build()));
    }

    @Test
    void measures_the_window() {
        assertThat(measurements(
                        judge(check, window(2, 1).builder().seesAtMost(5).build())))
                .extracting(Measurement::value)
                .containsExactly(4.0);
    }

    @Test
    void catches_a_window_that_is_wider() {
        Approved.verify(
                "outputs-see-no-further-than-declared.wide-window",
                failure(judge(check, window(3, 0).builder().seesAtMost(3).build())));
    }

    @Test
    void without_a_declaration_nothing_is_claimed() {
        assertThat(reason(judge(check, window(3, 0).builder().causal().build())))
                .isEqualTo("no receptive field is declared; write .seesAtMost(5)");
    }

    @Test
    void an_output_without_positions_shows_nothing() {
        SequenceModel sum = SequenceModel.ofAll(row -> row.sum(0, row.length()));

        assertThat(reason(judge(check, sum.builder().seesAtMost(2).build())))
                .startsWith("no output runs over the positions of 'input'");
    }

    @Test
    void an_empty_window_is_a_mistake() {
        assertThatThrownBy(() -> window(1, 1).builder().seesAtMost(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("write seesAtMost(1)");
    }

    private static SequenceModel window(int back, int ahead) {
        return SequenceModel.at((row, position) -> row.sum(position - back, position + 1 + ahead));
    }
}
