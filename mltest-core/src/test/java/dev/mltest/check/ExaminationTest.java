package dev.mltest.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Outcome.Held;
import dev.mltest.check.Outcome.Violated;

import org.junit.jupiter.api.Test;

import java.util.List;

class ExaminationTest {

    private static final Bound SMALL = Bound.atMost(1, "for the test");

    private final Examination examination = Examination.of("pipes", "leak");

    @Test
    void is_held_if_everything_is_within_its_bound() {
        Outcome outcome = examination
                .measure("kitchen", "drops", 0, SMALL)
                .measure("bathroom", "drops", 1, SMALL)
                .clue("unused")
                .outcome();

        assertThat(outcome).isInstanceOf(Held.class);
        assertThat(((Held) outcome).examined()).hasSize(2);
        assertThat(outcome.label()).isEqualTo("held");
    }

    @Test
    void is_violated_by_what_is_outside_the_worst_first() {
        Outcome outcome = examination
                .under("a wet day")
                .measure("kitchen", "drops", 2, SMALL)
                .measure("bathroom", "drops", 0, SMALL)
                .measure("cellar", "drops", 9, SMALL)
                .clue("it rains")
                .outcome();

        assertThat(outcome)
                .isEqualTo(new Violated(
                        "2 of 3 pipes leak (a wet day)",
                        List.of(
                                new Measurement("cellar", "drops", 9, SMALL),
                                new Measurement("kitchen", "drops", 2, SMALL)),
                        3,
                        List.of(new Clue("it rains"))));
        assertThat(outcome.label()).isEqualTo("violated");
    }

    @Test
    void puts_nan_before_any_number() {
        examination
                .measure("kitchen", "drops", 1e300, SMALL)
                .measure("cellar", "drops", Double.NaN, SMALL);

        assertThat(examination.violations())
                .extracting(Measurement::locus)
                .first()
                .isEqualTo("cellar");
        assertThat(examination.findsViolation()).isTrue();
    }

    @Test
    void of_nothing_is_a_violation() {
        assertThat(examination.outcome())
                .isEqualTo(new Violated(
                        "nothing was examined: there are no pipes", List.of(), 0, List.of()));
    }

    @Test
    void of_a_single_thing_that_is_not_there_is_a_whole_sentence() {
        Violated violated = (Violated) Examination.ofOne("the pipe leaks").outcome();

        assertThat(violated.summary()).isEqualTo("nothing was examined");
    }

    @Test
    void of_a_single_thing_reads_as_a_sentence() {
        Violated violated = (Violated) Examination.ofOne("the pipe leaks")
                .under("a wet day")
                .measure("cellar", "drops", 9, SMALL)
                .outcome();

        assertThat(violated.summary()).isEqualTo("the pipe leaks (a wet day)");
    }

    @Test
    void joins_its_notes() {
        Held held = (Held) examination
                .measure("kitchen", "drops", 0, SMALL)
                .note("one")
                .note("two")
                .outcome();

        assertThat(held.note()).isEqualTo("one; two");
    }
}
