package dev.mltest.cli.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Several machines, each with a part of the suite, and one that merges what they found. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are written for bash")
class ShardedRunTest {

    @TempDir
    private Path directory;

    private Jobs jobs;

    @BeforeEach
    void a_workflow() throws IOException {
        jobs = Jobs.in(directory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1; [\"1/1\"]", "3; [\"1/3\",\"2/3\",\"3/3\"]"})
    void a_number_becomes_a_list(String shards, String list) throws Exception {
        assertThat(plan(shards).outputs()).containsEntry("list", list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "100", "two", "-1", "1;touch pwned"})
    void what_is_no_number_is_misuse(String shards) throws Exception {
        StepResult result = plan(shards);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.log()).startsWith("configuration: the input 'shards' is '" + shards);
    }

    @Test
    void a_shard_keeps_its_verdicts_for_the_report_and_does_not_judge_them() throws Exception {
        ActionRun run = shard("1/2", 0);

        assertThat(run.status()).as(run.log()).isZero();
        assertThat(run.summary()).isEmpty();
        assertThat(jobs.storage().artifacts()).containsOnlyKeys("mltest-results-1-of-2");
    }

    @Test
    void the_report_is_about_all_shards() throws Exception {
        shard("1/2", 0);
        shard("2/2", 0);

        ActionRun run = report(true);

        assertThat(run.status()).as(run.log()).isEqualTo(1);
        assertThat(run.summary()).contains("Words");
        assertThat(jobs.storage().artifacts())
                .containsOnlyKeys(
                        "mltest-results-1-of-2", "mltest-results-2-of-2", "mltest-report");
    }

    @Test
    void a_shard_without_a_class_is_no_mistake() throws Exception {
        assertThat(shard("1/3", 0).status()).isZero();
        shard("1/2", 0);

        assertThat(report(true).outputs()).containsEntry("verdict", "held");
    }

    @Test
    void a_shard_that_broke_off_fails_and_so_does_the_report() throws Exception {
        shard("1/2", 0);
        ActionRun broken = shard("3/3", 1);
        ActionRun report = report(false);

        assertThat(broken.status()).as(broken.log()).isEqualTo(3);
        assertThat(report.status()).as(report.log()).isEqualTo(3);
        assertThat(report.summary()).contains("Not all of the suite came to its end");
        assertThat(jobs.storage().caches()).isEmpty();
    }

    private StepResult plan(String shards) throws Exception {
        return jobs.machine("plan")
                .bash(
                        Path.of("../action/plan.sh").toRealPath().toString(),
                        Map.of("SHARDS", shards));
    }

    private ActionRun shard(String shard, int status) throws Exception {
        Runner runner = jobs.machine(shard.replace('/', '-'));
        Project.in(runner.workspace())
                .with("1-of-2", "Digits", true)
                .with("2-of-2", "Words", false)
                .endingWith(status);
        return jobs.run(runner, Map.of("task", "test", "shard", shard));
    }

    private ActionRun report(boolean isComplete) throws Exception {
        return jobs.run(
                jobs.machine("report"),
                Map.of("task", "report", "complete", Boolean.toString(isComplete)));
    }
}
