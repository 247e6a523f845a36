package dev.mltest.cli.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What the guide shows is what there is. */
class GateInCiDocsTest {

    private static final Path PAGE = Path.of("../docs/how-to/gate-in-ci.md");
    private static final Path SAMPLE = Path.of("../sample-project/pom.xml");
    private static final String WORKFLOW = "OWNER/mltest/.github/workflows/mltest.yml@v1";

    @Test
    void workflows_give_inputs_that_the_reusable_one_knows() throws IOException {
        JsonNode known = WorkflowFiles.read("mltest.yml").at("/on/workflow_call/inputs");

        assertThat(with(WORKFLOW))
                .hasSize(2)
                .allSatisfy(inputs -> assertThat(inputs.fieldNames())
                        .toIterable()
                        .isNotEmpty()
                        .allMatch(known::has));
    }

    @Test
    void jobs_give_inputs_that_the_action_knows() throws IOException {
        JsonNode known = CompositeAction.in(Path.of("..")).file().get("inputs");

        assertThat(with("OWNER/mltest@v1"))
                .hasSize(1)
                .allSatisfy(inputs -> assertThat(inputs.fieldNames())
                        .toIterable()
                        .isNotEmpty()
                        .allMatch(known::has));
    }

    @Test
    void the_profile_is_that_of_the_sample_project() throws IOException {
        assertThat(words(Files.readString(SAMPLE))).contains(words(blocks("xml").get(0)));
    }

    private static List<JsonNode> with(String uses) throws IOException {
        List<JsonNode> with = new ArrayList<>();
        for (String block : blocks("yaml")) {
            for (JsonNode job : new YAMLMapper().readTree(block).get("jobs")) {
                Iterable<JsonNode> steps = job.has("steps") ? job.get("steps") : List.of(job);
                StreamSupport.stream(steps.spliterator(), false)
                        .filter(step -> step.path("uses").asText().equals(uses))
                        .forEach(step -> with.add(step.get("with")));
            }
        }
        return with;
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
