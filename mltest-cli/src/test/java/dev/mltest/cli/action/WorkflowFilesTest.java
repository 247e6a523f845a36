package dev.mltest.cli.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What no linter knows about the action and its workflows. */
class WorkflowFilesTest {

    private static final Pattern USES = Pattern.compile("uses: (\\S+)(.*)");
    private static final Pattern PINNED =
            Pattern.compile("[a-z-]+/[a-z-]+(/[a-z]+)?@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Path ACTION = Path.of("../action.yml");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../action.yml",
                "../.github/workflows/mltest.yml",
                "../.github/workflows/ci.yml"
            })
    void actions_of_others_are_pinned_by_commit(Path file) throws IOException {
        Matcher uses = USES.matcher(Files.readString(file));

        assertThat(uses.results()
                        .filter(use -> !use.group(1).startsWith("./"))
                        .map(use -> use.group(1) + use.group(2)))
                .isNotEmpty()
                .allMatch(use -> PINNED.matcher(use).matches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mltest.yml", "ci.yml"})
    void no_more_is_permitted_than_to_read(String name) throws IOException {
        JsonNode workflow = WorkflowFiles.read(name);

        assertThat(workflow.get("permissions")).hasToString("{\"contents\":\"read\"}");
        assertThat(workflow.findValues("permissions")).hasSize(1);
        assertThat(workflow.toString()).doesNotContain("secrets.");
    }

    @Test
    void the_workflow_hands_every_input_on_that_the_action_knows() throws IOException {
        JsonNode jobs = WorkflowFiles.read("mltest.yml").get("jobs");
        JsonNode inputs = CompositeAction.in(Path.of("..")).file().get("inputs");

        assertThat(List.of("test", "report"))
                .allSatisfy(job -> assertThat(handedOn(jobs.get(job)))
                        .hasSizeGreaterThan(5)
                        .allSatisfy((name, value) -> assertThat(inputs.has(name))
                                .as("the action has an input '%s'", name)
                                .isTrue()));
    }

    /** The step that uses the action itself. */
    private static Map<String, String> handedOn(JsonNode job) {
        return StreamSupport.stream(job.get("steps").spliterator(), false)
                .filter(step -> step.path("uses").asText().startsWith("./"))
                .flatMap(step -> step.get("with").properties().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    @Test
    void the_report_is_made_by_this_version() throws IOException {
        String version = version();

        assertThat(Files.readString(ACTION)).contains("default: " + version + "\n");
        assertThat(Files.readString(WorkflowFiles.path("mltest.yml")))
                .contains("default: " + version + "\n");
        assertThat(Files.readString(WorkflowFiles.path("ci.yml")))
                .contains("mltest-cli/target/mltest-cli-%s-all.jar".formatted(version));
    }

    private static String version() throws IOException {
        Matcher version = Pattern.compile("<version>(.+?)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
