package dev.mltest.corpus.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Arm;
import dev.mltest.corpus.arm.Exhibit;
import dev.mltest.corpus.arm.Finding;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.SeedResult;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Consumer;

class ExaminerTest {

    private static final Entry PROGRAM = entry("M1-DJL");

    @Test
    void recording_is_charged_once_to_every_arm_that_looks_at_it() {
        Arm once = arm("once", Exhibit::run);
        Arm often = arm("often", exhibit -> {
            for (int i = 0; i < 100; i++) {
                exhibit.run();
            }
        });
        Arm never = arm("never", exhibit -> {});

        SeedResult result = Examiner.examine(PROGRAM.program(), 1, List.of(once, often, never));

        double recording = seconds(result, "once");
        assertThat(recording).isGreaterThan(0.01);
        assertThat(seconds(result, "often")).isCloseTo(recording, within(0.5 * recording));
        assertThat(seconds(result, "never")).isLessThan(0.5 * recording);
    }

    @Test
    void an_arm_that_throws_came_to_no_verdict() {
        Arm broken = arm("broken", exhibit -> {
            throw new IllegalStateException("no");
        });

        ArmResult result = Examiner.examine(PROGRAM.program(), 1, List.of(broken))
                .of("broken")
                .orElseThrow();

        assertThat(result.crashed()).isTrue();
        assertThat(result.crash()).isEqualTo("java.lang.IllegalStateException: no");
    }

    @Test
    void an_engine_that_refuses_a_program_is_told_from_one_that_runs_it() {
        assertThat(Examiner.refusal(PROGRAM.program())).isEmpty();
        assertThat(Examiner.refusal(entry("DA09-DJL").program())).isEmpty();
        assertThat(Examiner.refusal(entry("AR71-DL4J").program()))
                .contains("disconnected vertices");
    }

    private static double seconds(SeedResult result, String arm) {
        return result.of(arm).orElseThrow().seconds();
    }

    private static Arm arm(String name, Consumer<Exhibit> look) {
        return new Arm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String source() {
                return "this test";
            }

            @Override
            public List<Finding> judge(Exhibit exhibit) {
                look.accept(exhibit);
                return List.of();
            }
        };
    }

    private static Entry entry(String key) {
        return Corpus.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
