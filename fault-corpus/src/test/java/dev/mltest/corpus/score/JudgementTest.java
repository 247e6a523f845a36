package dev.mltest.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Finding;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.ProgramResult;
import dev.mltest.corpus.result.SeedResult;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** OP02 lists P12 and P14 and lies in the optimizer. */
class JudgementTest {

    private static final Entry FAULT = entry("OP02-DJL");
    private static final Entry CORRECT = entry("M1-DJL");
    private static final Finding HIT = failure("step", List.of("P12"), "optimizer");
    private static final Finding USUAL = failure("usual", List.of("P12"), "optimizer");

    @Test
    void a_failure_that_the_twin_does_not_share_is_a_detection() {
        ProgramScore score = score(said(HIT), said());

        assertThat(score.detected()).isTrue();
        assertThat(score.alarmed()).isTrue();
        assertThat(score.rightProperty()).isTrue();
        assertThat(score.localisedTop1()).isTrue();
        assertThat(score.fired()).containsExactly(new Fired("step", 5, List.of("optimizer")));
        assertThat(score.detectors()).containsExactly("step");
        assertThat(score.flaky()).isFalse();
    }

    @Test
    void a_failure_that_the_twin_shares_is_an_alarm_only() {
        ProgramScore score = score(said(USUAL), said(USUAL));

        assertThat(score.alarmed()).isTrue();
        assertThat(score.detected()).isFalse();
        assertThat(score.detectors()).isEmpty();
        assertThat(score.localisedTop3()).isFalse();
    }

    @Test
    void a_warning_is_nothing() {
        Finding warning = new Finding("step", List.of("P12"), List.of(), false, "");

        assertThat(score(said(warning), said()).alarmed()).isFalse();
    }

    @Test
    void the_wrong_property_and_place_are_told_apart_from_the_right_ones() {
        Finding elsewhere = failure("other", List.of("P05"), "head/weight", "loss", "optimizer");

        ProgramScore score = score(said(elsewhere), said());

        assertThat(score.detected()).isTrue();
        assertThat(score.rightProperty()).isFalse();
        assertThat(score.localisedTop1()).isFalse();
        assertThat(score.localisedTop3()).isTrue();
    }

    @Test
    void most_seeds_decide_and_a_verdict_that_changes_is_flaky() {
        List<ArmResult> twice = new ArrayList<>(said());
        twice.set(0, said(HIT).get(0));
        twice.set(1, said(HIT).get(0));

        ProgramScore score = score(twice, said());

        assertThat(score.detected()).isFalse();
        assertThat(score.flaky()).isTrue();
        assertThat(score.verdicts())
                .containsExactly("violated", "violated", "silent", "silent", "silent");
    }

    @Test
    void one_alarm_under_one_seed_is_a_false_alarm() {
        List<ArmResult> once = new ArrayList<>(said());
        once.set(4, said(HIT).get(0));

        ProgramResult result = result(CORRECT, once);

        assertThat(new Judgement(CORRECT, result, result, "arm").score().falselyAlarmed())
                .isTrue();
    }

    @Test
    void a_crash_is_no_detection() {
        ArmResult crash = new ArmResult("arm", List.of(), "java.lang.Error", 0);

        ProgramScore score = score(List.of(crash, crash, crash, crash, crash), said());

        assertThat(score.crashed()).isTrue();
        assertThat(score.detected()).isFalse();
        assertThat(score.verdicts()).containsOnly("crashed");
    }

    @Test
    void what_no_oracle_confirmed_does_not_count() {
        ProgramResult doubtful = new ProgramResult(
                FAULT.key(),
                "",
                "",
                "",
                new Confirmation(false, "equal to its twin"),
                0,
                List.of());
        ProgramResult refused = doubtful.refused("it does not build");

        assertThat(Standing.of(doubtful)).isEqualTo(Standing.NOT_CONFIRMED);
        assertThat(Standing.of(refused)).isEqualTo(Standing.BLOCKED);
    }

    private static ProgramScore score(List<ArmResult> said, List<ArmResult> ofTwin) {
        return new Judgement(FAULT, result(FAULT, said), result(CORRECT, ofTwin), "arm").score();
    }

    private static ProgramResult result(Entry entry, List<ArmResult> said) {
        List<SeedResult> seeds = new ArrayList<>();
        said.forEach(arm -> seeds.add(new SeedResult(seeds.size() + 1, List.of(arm))));
        return new ProgramResult(
                entry.key(), "", "", "", new Confirmation(true, "given"), 0, seeds);
    }

    /** The same under five seeds. */
    private static List<ArmResult> said(Finding... findings) {
        ArmResult once = new ArmResult("arm", List.of(findings), "", 0);
        return List.of(once, once, once, once, once);
    }

    private static Finding failure(String rule, List<String> properties, String... loci) {
        return new Finding(rule, properties, List.of(loci), true, "");
    }

    private static Entry entry(String key) {
        return Corpus.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
