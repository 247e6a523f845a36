package dev.mltest.cli.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** From inputs to the summary, the annotations, the outputs and the exit status. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are written for bash")
class ActionTest {

    @TempDir
    private Path directory;

    private Jobs jobs;

    @BeforeEach
    void a_workflow() throws IOException {
        jobs = Jobs.in(directory);
    }

    @Test
    void what_holds_passes_and_is_reported_and_kept() throws Exception {
        Runner runner = jobs.machine("one");
        Project.in(runner.workspace()).with("whole", "Digits", true);

        ActionRun run = jobs.run(runner, Map.of());

        assertThat(run.status()).as(run.log()).isZero();
        assertThat(run.outputs())
                .containsEntry("verdict", "held")
                .containsEntry("exit-code", "0")
                .containsEntry("report", runner.report().toString());
        assertThat(run.summary()).contains("mltest");
        assertThat(run.log()).doesNotContain("::error").doesNotContain("::warning");
        assertThat(jobs.storage().artifacts()).containsOnlyKeys("mltest-report");
        assertThat(jobs.storage().artifacts().get("mltest-report").resolve("report.html"))
                .isNotEmptyFile();
        assertThat(jobs.storage().caches()).containsOnlyKeys("mltest-history:mltest:main:1:1");
    }

    @Test
    void a_violation_fails_after_everything_is_kept() throws Exception {
        ActionRun run = violated("any");

        assertThat(run.status()).as(run.log()).isEqualTo(1);
        assertThat(run.outputs()).containsEntry("verdict", "violated");
        assertThat(run.summary()).contains("Digits");
        assertThat(run.log())
                .containsPattern(
                        "::error file=src/test/java/com/acme/DigitsTest.java,line=7[^\\n]*::")
                .contains("::error title=mltest::Violated under the policy 'any'");
        assertThat(jobs.storage().artifacts()).containsOnlyKeys("mltest-report");
        assertThat(jobs.storage().caches()).hasSize(1);
    }

    @Test
    void a_violation_may_be_a_warning() throws Exception {
        ActionRun run = violated("never");

        assertThat(run.status()).as(run.log()).isZero();
        assertThat(run.outputs()).containsEntry("verdict", "held");
        assertThat(run.log()).contains("::warning").doesNotContain("::error");
    }

    @Test
    void only_what_the_baseline_branch_did_not_have_may_count() throws Exception {
        violated("never");
        Runner runner = jobs.machine("pull request", Jobs.PULL_REQUEST);
        Project project = Project.in(runner.workspace()).with("whole", "Digits", false);

        ActionRun known = jobs.run(runner, Map.of("fail-on", "new"));
        project.with("whole", "Words", false);
        ActionRun worse = jobs.run(runner, Map.of("fail-on", "new"));

        assertThat(known.status()).as(known.log()).isZero();
        assertThat(worse.status()).as(worse.log()).isEqualTo(1);
        assertThat(jobs.storage().caches().keySet())
                .contains("mltest-history:mltest:main:1:1", "mltest-history:mltest:12/merge:2:1");
    }

    private ActionRun violated(String policy) throws Exception {
        Runner runner = jobs.machine("violated");
        Project.in(runner.workspace()).with("whole", "Digits", false);
        return jobs.run(runner, Map.of("fail-on", policy));
    }

    @ParameterizedTest
    @CsvSource({
        "fail-on, sometimes",
        "build-tool, ant",
        "task, everything",
        "shard, 4/3",
        "device, tpu",
        "name, a/b",
        "tag, a|b",
        "history, maybe",
        "baseline, missing.json",
        "cli, missing.jar"
    })
    void a_wrong_input_is_misuse_and_says_so(String input, String value) throws Exception {
        Runner runner = jobs.machine("misuse");
        Project.in(runner.workspace()).with("whole", "Digits", true);

        ActionRun run = jobs.run(runner, Map.of(input, value));

        assertThat(run.status()).as(run.log()).isEqualTo(2);
        assertThat(run.outputs()).containsEntry("verdict", "misuse");
        assertThat(run.log()).contains("configuration: ").contains(value);
        assertThat(jobs.storage().caches()).isEmpty();
    }

    @Test
    void what_an_earlier_job_left_on_the_machine_does_not_count() throws Exception {
        Runner runner = jobs.machine("again");
        Project project = Project.in(runner.workspace()).with("whole", "Digits", false);
        jobs.run(runner, Map.of());
        Files.delete(
                runner.workspace().resolve("verdicts/whole/com.acme.DigitsTest.verdicts.json"));
        project.with("whole", "Words", true);

        assertThat(jobs.run(runner, Map.of()).status()).isZero();
    }
}
