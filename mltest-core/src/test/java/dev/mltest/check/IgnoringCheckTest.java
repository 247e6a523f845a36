package dev.mltest.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Outcome.Held;
import dev.mltest.check.Outcome.NotApplicable;
import dev.mltest.check.Outcome.Violated;
import dev.mltest.check.Spotting.Look;
import dev.mltest.check.Spotting.Sight;
import dev.mltest.model.Task;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

class IgnoringCheckTest {

    private static final Look FRONT = new Look("front");

    private final Check check = Spotting.of(
            book -> Examination.of("weights", "are off")
                    .under("3 batches")
                    .measure("encoder/weight [2x3]", "error", 9, Spotting.SMALL)
                    .measure("head/weight [3x4]", "error", 5, Spotting.SMALL)
                    .measure("head/bias [4]", "error", 0, Spotting.SMALL)
                    .clue("odd")
                    .outcome(),
            FRONT);

    @Test
    void overlooks_violations_at_the_places_stated() {
        Violated violated = (Violated) outcome(check.ignoring("encoder/**"));

        assertThat(violated.summary())
                .isEqualTo("2 of 3 weights are off (3 batches); 1 ignored as stated: encoder/**");
        assertThat(violated.violations())
                .extracting(Measurement::locus)
                .containsExactly("head/weight [3x4]");
        assertThat(violated.clues()).containsExactly(new Clue("odd"));
    }

    @Test
    void is_held_with_a_note_if_nothing_else_is_wrong() {
        Held held = (Held) outcome(check.ignoring("**/weight"));

        assertThat(held.note()).isEqualTo("2 ignored as stated: **/weight");
        assertThat(held.examined()).isNotEmpty();
    }

    @Test
    void leaves_a_violation_elsewhere_as_it_is() {
        assertThat(outcome(check.ignoring("decoder/**"))).isEqualTo(outcome(check));
    }

    @Test
    void does_not_overlook_that_nothing_was_examined() {
        Check vacuous = Spotting.of(book -> Examination.of("weights", "are off").outcome(), FRONT);

        assertThat(outcome(vacuous.ignoring("**"))).isInstanceOf(Violated.class);
    }

    @Test
    void does_not_touch_other_outcomes() {
        Check missing = Spotting.of(book -> new NotApplicable("too dark"), FRONT);

        assertThat(outcome(missing.ignoring("**"))).isEqualTo(new NotApplicable("too dark"));
    }

    @Test
    void is_the_same_check_in_every_other_respect() {
        Check ignoring = check.ignoring("**");

        assertThat(ignoring.id()).isEqualTo(check.id());
        assertThat(ignoring.claim()).isEqualTo(check.claim());
        assertThat(ignoring.because()).isEqualTo(check.because());
        assertThat(ignoring.needs()).isEqualTo(check.needs());
        assertThat(ignoring.seeds()).isEqualTo(check.seeds());
        assertThat(ignoring.falseAlarmRate()).isEqualTo(check.falseAlarmRate());
    }

    @Test
    void a_path_with_brackets_can_be_ignored_as_it_is_printed() {
        Check numbered = Spotting.of(
                book -> Examination.of("weights", "are off")
                        .measure("block[0]/weight [2x3]", "error", 9, Spotting.SMALL)
                        .measure("block[1]/weight [2x3]", "error", 0, Spotting.SMALL)
                        .outcome(),
                FRONT);

        assertThat(outcome(numbered.ignoring("block[0]/**"))).isInstanceOf(Held.class);
    }

    private static Outcome outcome(Check check) {
        WrittenEvidence source = WrittenEvidence.about(Task.regression()).with(FRONT, new Sight(0));
        return new CheckRunner(source, Budget.unlimited()).run(check, 1).outcome();
    }
}
