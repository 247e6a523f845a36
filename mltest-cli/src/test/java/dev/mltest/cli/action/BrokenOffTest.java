package dev.mltest.cli.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What was not looked at is never a pass, whatever the policy. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are written for bash")
class BrokenOffTest {

    @TempDir
    private Path directory;

    private Jobs jobs;

    @BeforeEach
    void a_workflow() throws IOException {
        jobs = Jobs.in(directory);
    }

    @Test
    void nothing_to_judge_is_never_a_pass() throws Exception {
        Runner runner = jobs.machine("empty");
        Project.in(runner.workspace());

        ActionRun run = jobs.run(runner, Map.of("fail-on", "never"));

        assertThat(run.status()).as(run.log()).isEqualTo(3);
        assertThat(run.outputs()).containsEntry("verdict", "could-not-look");
        assertThat(run.summary()).contains("There are no verdicts");
        assertThat(jobs.storage().artifacts()).isEmpty();
        assertThat(jobs.storage().caches()).isEmpty();
    }

    @Test
    void a_suite_that_broke_off_is_never_a_pass_and_never_becomes_history() throws Exception {
        Runner runner = jobs.machine("broken off");
        Project.in(runner.workspace()).with("whole", "Digits", true).endingWith(134);

        ActionRun run = jobs.run(runner, Map.of());

        assertThat(run.status()).as(run.log()).isEqualTo(3);
        assertThat(run.outputs()).containsEntry("verdict", "could-not-look");
        assertThat(run.summary()).contains("Not all of the suite came to its end");
        assertThat(jobs.storage().artifacts()).containsOnlyKeys("mltest-report");
        assertThat(jobs.storage().caches()).isEmpty();
    }

    @Test
    void a_violation_before_that_is_still_a_violation() throws Exception {
        Runner runner = jobs.machine("broken off");
        Project.in(runner.workspace()).with("whole", "Digits", false).endingWith(134);

        assertThat(jobs.run(runner, Map.of()).outputs())
                .containsEntry("verdict", "violated")
                .containsEntry("exit-code", "1");
    }
}
