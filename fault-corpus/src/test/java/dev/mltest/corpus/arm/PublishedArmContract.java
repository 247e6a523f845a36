package dev.mltest.corpus.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.evidence.EvidenceSource;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule of an arm can fire and can stay silent. */
abstract class PublishedArmContract {

    abstract PublishedArm arm();

    /** For every rule something that makes it fire, and what it then names first. */
    abstract Map<String, Case> fires();

    /** Things that come close to a rule, by which no rule of that name fires. */
    abstract Map<String, List<Consumer<RunDraft>>> stays();

    record Case(String locus, Consumer<RunDraft> edit) {}

    static Case at(String locus, Consumer<RunDraft> edit) {
        return new Case(locus, edit);
    }

    @Test
    void every_rule_has_a_case_and_names_properties() {
        assertThat(fires().keySet())
                .isEqualTo(arm().rules().stream().map(Rule::name).collect(Collectors.toSet()));
        assertThat(arm().rules())
                .allSatisfy(rule -> assertThat(rule.properties())
                        .isNotEmpty()
                        .allMatch(property -> property.matches("P(0[1-9]|1\\d|2\\d)")))
                .extracting(Rule::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_healthy_training_is_not_accused() {
        assertThat(judge(new RunDraft())).isEmpty();
        assertThat(arm().source()).isNotBlank();
    }

    @Test
    void an_empty_recording_is_not_accused() {
        RunDraft draft = new RunDraft();
        RunEvidence full = draft.run();
        RunEvidence empty = new RunEvidence(
                full.setting(),
                full.data(),
                full.start(),
                List.of(),
                List.of(),
                List.of(),
                full.oneBatch(),
                "threw something",
                List.of());

        assertThat(arm().judge(exhibit(empty))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_rule_fires() {
        return fires().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Finding found = judge(entry.getValue().edit()).stream()
                            .filter(finding -> finding.rule().equals(entry.getKey()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(found.loci()).startsWith(entry.getValue().locus());
                    assertThat(found.measured()).isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_comes_close_is_not_accused() {
        return stays().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(edit -> DynamicTest.dynamicTest(
                                entry.getKey(),
                                () -> assertThat(judge(edit))
                                        .extracting(Finding::rule)
                                        .doesNotContain(entry.getKey()))));
    }

    final List<Finding> judge(Consumer<RunDraft> edit) {
        RunDraft draft = new RunDraft();
        edit.accept(draft);
        return judge(draft);
    }

    private List<Finding> judge(RunDraft draft) {
        return arm().judge(exhibit(draft.run()));
    }

    private static Exhibit exhibit(RunEvidence run) {
        return new Exhibit() {
            @Override
            public EvidenceSource evidence() {
                throw new AssertionError("published rules see the recording only");
            }

            @Override
            public EvidenceSource declared() {
                return evidence();
            }

            @Override
            public RunEvidence run() {
                return run;
            }

            @Override
            public long seed() {
                return 1;
            }
        };
    }
}
