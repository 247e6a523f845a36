package dev.mltest.corpus.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mltest.corpus.Entry;

import org.junit.jupiter.api.Test;

import java.util.List;

class SelectionTest {

    @Test
    void nothing_given_selects_everything() {
        Selection selection = Selection.parse(List.of());

        assertThat(selection.isWhole()).isTrue();
        assertThat(selection.seeds()).isEqualTo(5);
        assertThat(selection.entries())
                .extracting(Entry::key)
                .contains("M1-DJL", "OP02-DJL", "M1-DL4J");
    }

    @Test
    void ids_engines_groups_and_arms_limit_it() {
        Selection selection = Selection.parse(List.of(
                "--id", "OP02, M1-DL4J", "--engine", "dl4j", "--arm", "mltest", "--seeds", "2"));

        assertThat(selection.isWhole()).isFalse();
        assertThat(selection.entries())
                .extracting(Entry::key)
                .containsExactlyInAnyOrder("M1-DL4J", "OP02-DL4J");
        assertThat(selection.chosenArms()).hasSize(1);
        assertThat(Selection.parse(selection.arguments())).isEqualTo(selection);
        assertThat(Selection.parse(List.of("--group", "optimiser")).entries())
                .extracting(Entry::key)
                .contains("OP02-DJL")
                .doesNotContain("M1-DJL");
    }

    @Test
    void what_nothing_is_called_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.parse(List.of("--id", "LO99")))
                .withMessageStartingWith(
                        "--id: nothing is called LO99; there are [LO01, LO01-DJL, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.parse(List.of("--ids", "M1")))
                .withMessageStartingWith("cannot read [--ids, M1]; write for example --id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.parse(List.of("--seeds", "0")))
                .withMessage("--seeds needs a number from 1 to 999, not 0");
    }
}
