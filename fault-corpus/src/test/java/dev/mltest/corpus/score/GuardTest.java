package dev.mltest.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Finding;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.ProgramResult;
import dev.mltest.corpus.result.SeedResult;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** What the score says of arms whose worth is known. */
class GuardTest {

    private static final List<Entry> ENTRIES = Corpus.entries();

    @Test
    void an_arm_that_always_fails_is_worth_nothing() {
        Tally tally = tally(entry -> true);

        assertThat(tally.falseAlarms()).isEqualTo(tally.correctPrograms()).isPositive();
        assertThat(tally.alarmed()).isEqualTo(tally.faults()).isPositive();
        assertThat(tally.detected()).isZero();
        assertThat(youden(tally)).isZero();
    }

    @Test
    void an_arm_that_never_fails_is_worth_nothing() {
        Tally tally = tally(entry -> false);

        assertThat(tally.falseAlarms()).isZero();
        assertThat(tally.detected()).isZero();
        assertThat(youden(tally)).isZero();
    }

    @Test
    void an_arm_that_is_always_right_is_worth_one() {
        Tally tally = tally(entry -> !entry.listing().isCorrect());

        assertThat(tally.detected()).isEqualTo(tally.faults());
        assertThat(tally.rightProperty()).isZero();
        assertThat(youden(tally)).isEqualTo(1);
    }

    @Test
    void an_arm_that_fails_every_other_program_is_worth_about_nothing() {
        Tally tally = tally(entry -> entry.key().hashCode() % 2 == 0);

        assertThat(youden(tally)).isCloseTo(0, within(0.2));
    }

    private static double youden(Tally tally) {
        return new Youden(tally.alarms(), tally.falseAlarmRate()).value();
    }

    private static Tally tally(Predicate<Entry> fails) {
        List<ProgramResult> results =
                ENTRIES.stream().map(entry -> result(entry, fails.test(entry))).toList();
        return Scores.of(ENTRIES, results, List.of("arm")).tally("arm");
    }

    private static ProgramResult result(Entry entry, boolean fails) {
        List<SeedResult> seeds = LongStream.rangeClosed(1, 5)
                .mapToObj(seed -> new SeedResult(seed, List.of(said(fails))))
                .toList();
        return new ProgramResult(
                entry.key(), "", "", "", new Confirmation(true, "given"), 0, seeds);
    }

    private static ArmResult said(boolean fails) {
        Finding failure = new Finding("rule", List.of(), List.of(), true, "always");
        return new ArmResult("arm", fails ? List.of(failure) : List.of(), "", 0);
    }
}
