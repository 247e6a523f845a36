package dev.mltest.cli.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How inputs become arguments, and that none of them becomes a command. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are written for bash")
class InputsTest {

    @TempDir
    private Path directory;

    private Jobs jobs;
    private Runner runner;
    private Project project;

    @BeforeEach
    void a_machine() throws IOException {
        jobs = Jobs.in(directory);
        runner = jobs.machine("machine");
        project = Project.in(runner.workspace());
    }

    @Test
    void maven_runs_the_tag() throws Exception {
        test(Map.of("arguments", "-pl models -am", "shard", "2/3"));

        assertThat(project.arguments())
                .containsExactly(
                        "--batch-mode",
                        "--no-transfer-progress",
                        "-Dgroups=mltest",
                        "-Dmltest.evidence=" + directory.resolve("machine/temp/mltest/results"),
                        "-Dmltest.fail-on=never",
                        "-Dmltest.device=cpu",
                        "-Dmltest.shard=2/3",
                        "-pl",
                        "models",
                        "-am",
                        "test");
    }

    @Test
    void gradle_runs_the_task_that_chose_the_tag() throws Exception {
        test(Map.of("build-tool", "gradle", "goal", ":models:mltest"));

        assertThat(project.arguments())
                .startsWith("--console=plain", "--continue")
                .endsWith(":models:mltest")
                .doesNotContain("-Dgroups=mltest");
    }

    @Test
    void a_gpu_that_was_asked_for_has_to_be_there() throws Exception {
        test(Map.of("device", "gpu:1"));

        assertThat(project.arguments())
                .contains("-Dmltest.device=gpu:1", "-Dmltest.device.required=true");
    }

    @Test
    void a_project_without_wrapper_uses_what_is_installed() throws Exception {
        Files.delete(runner.workspace().resolve("gradlew"));

        ActionRun run = test(Map.of("build-tool", "gradle", "arguments", "--version"));

        assertThat(run.log()).doesNotContain("unbound variable");
        assertThat(runner.workspace().resolve("arguments.txt")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arguments",
                "goal",
                "tag",
                "device",
                "shard",
                "fail-on",
                "baseline",
                "against",
                "source-roots",
                "name",
                "mltest-version"
            })
    void no_input_is_executed(String input) throws Exception {
        String value = "$(touch pwned);`touch pwned` && touch pwned; \"'; touch pwned; '\" *";
        project.with("whole", "Digits", true);

        jobs.run(runner, Map.of(input, value));

        assertThat(runner.workspace().resolve("pwned")).doesNotExist();
    }

    @Test
    void no_branch_is_executed() throws Exception {
        Map<String, String> github = new HashMap<>(Jobs.PULL_REQUEST);
        github.put("head_ref", "x$(touch${IFS}pwned)`touch${IFS}pwned`;touch${IFS}pwned");
        Runner other = jobs.machine("other", github);
        Project.in(other.workspace()).with("whole", "Digits", true);

        jobs.run(other, Map.of());

        assertThat(other.workspace().resolve("pwned")).doesNotExist();
    }

    /** Which the tests above could not see: a script whose text is made from inputs. */
    @Test
    void scripts_are_texts_without_inputs() throws IOException {
        assertThat(runs(CompositeAction.in(Path.of("..")).file()))
                .hasSize(4)
                .noneMatch(script -> script.contains("${{"));
        for (String workflow : WorkflowFiles.NAMES) {
            assertThat(runs(WorkflowFiles.read(workflow)))
                    .isNotEmpty()
                    .noneMatch(script -> script.contains("${{"));
        }
    }

    private static Stream<String> runs(JsonNode file) {
        return file.findValues("run").stream().map(JsonNode::asText);
    }

    private ActionRun test(Map<String, String> inputs) throws Exception {
        Map<String, String> all = new HashMap<>(inputs);
        all.put("task", "test");
        return jobs.run(runner, all);
    }
}
