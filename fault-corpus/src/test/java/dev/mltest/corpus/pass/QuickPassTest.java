package dev.mltest.corpus.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Arms;
import dev.mltest.corpus.arm.Finding;
import dev.mltest.corpus.exam.Examiner;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.SeedResult;
import dev.mltest.testing.Approved;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The quick pass: one seed, a fixed subset with programs of every carrier, all arms. What mltest
 * says is held against an approved file, so that a check which gets worse or better shows in the
 * build.
 */
class QuickPassTest {

    private static final Set<String> IDS = Set.of(
            "M1", "LB03", "IN02", "LO04", "OP10", "M2", "AR05", "TE03", "C06", "M3", "LO07", "C20",
            "M4", "AR09", "RN09", "C03", "M9", "OP05", "C22", "M10", "GR03", "NU02", "SV01", "C23");
    private static final long SEED = 1;

    @Test
    void mltest_says_what_it_said_before() {
        List<String> lines = new ArrayList<>();
        for (Entry entry : Corpus.entries()) {
            if (IDS.contains(entry.listing().id())) {
                lines.add(line(entry));
            }
        }

        assertThat(lines).hasSizeGreaterThanOrEqualTo(IDS.size());
        Approved.verify("quick-pass", String.join("\n", lines));
    }

    @Test
    void what_can_be_measured_at_once_is_broken_in_the_faults_and_whole_in_their_twins() {
        List<Entry> faults = Corpus.entries().stream()
                .filter(entry -> IDS.contains(entry.listing().id()))
                .filter(entry -> entry.listing().tier().equals("T1"))
                .toList();

        assertThat(faults).hasSizeGreaterThan(10).allSatisfy(entry -> {
            assertThat(Examiner.oracle(entry).confirmed()).as(entry.key()).isTrue();
            assertThat(twinsAsFault(entry).confirmed())
                    .as("twin of " + entry.key())
                    .isFalse();
        });
    }

    /** An oracle that confirms a correct program as a fault would confirm anything. */
    private static Confirmation twinsAsFault(Entry entry) {
        Program twin = entry.program().twin();
        return entry.oracle().confirm(twin, twin);
    }

    private String line(Entry entry) {
        SeedResult result = Examiner.examine(entry.program(), SEED, Arms.all());

        assertThat(result.arms())
                .as("arms that came to a verdict on " + entry.key())
                .noneMatch(ArmResult::crashed);
        return "%s %s: %s"
                .formatted(
                        entry.listing().isCorrect() ? "correct" : "fault",
                        entry.key(),
                        result.of("mltest")
                                .map(ArmResult::failures)
                                .map(QuickPassTest::checks)
                                .orElseThrow());
    }

    private static String checks(List<Finding> failures) {
        return failures.isEmpty()
                ? "silent"
                : String.join(
                        ", ",
                        failures.stream()
                                .map(failure -> failure.rule() + " at "
                                        + failure.loci().stream().findFirst().orElse("no place"))
                                .toList());
    }
}
