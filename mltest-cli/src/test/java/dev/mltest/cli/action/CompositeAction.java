package dev.mltest.cli.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Runs the steps of an action file here, in their order, as GitHub's runner would. */
final class CompositeAction {

    private final Path directory;
    private final JsonNode file;

    private CompositeAction(Path directory, JsonNode file) {
        this.directory = directory.toAbsolutePath().normalize();
        this.file = file;
    }

    static CompositeAction in(Path directory) throws IOException {
        return new CompositeAction(
                directory,
                new YAMLMapper().readTree(directory.resolve("action.yml").toFile()));
    }

    JsonNode file() {
        return file;
    }

    /** One job that consists of this action. */
    ActionRun run(Runner runner, Map<String, String> inputs) throws Exception {
        Map<String, String> contexts = new TreeMap<>(runner.contexts());
        Expressions expressions = new Expressions(contexts);
        file.get("inputs")
                .properties()
                .forEach(input -> contexts.put(
                        "inputs." + input.getKey(),
                        inputs.getOrDefault(
                                input.getKey(),
                                expressions.fill(
                                        input.getValue().path("default").asText()))));
        StringBuilder log = new StringBuilder();
        int status = 0;
        for (JsonNode step : file.at("/runs/steps")) {
            StepResult result = isDue(step, status, expressions)
                    ? run(runner, step, expressions)
                    : StepResult.SKIPPED;
            log.append(result.log());
            publish(step.path("id").asText(), result, contexts);
            status = step.path("continue-on-error").asBoolean() ? status : status + result.status();
        }
        return new ActionRun(status, log.toString(), runner.summary(), outputs(expressions));
    }

    /** Nothing is, once a step has failed. */
    private static boolean isDue(JsonNode step, int status, Expressions expressions) {
        return status == 0
                && (!step.has("if") || expressions.holds(step.get("if").asText()));
    }

    private StepResult run(Runner runner, JsonNode step, Expressions expressions) throws Exception {
        if (step.has("uses")) {
            runner.use(step.get("uses").asText(), filled(step.path("with"), expressions));
            return StepResult.SUCCESS;
        }
        Map<String, String> environment = filled(step.path("env"), expressions);
        environment.put("GITHUB_ACTION_PATH", directory.toString());
        return runner.bash(step.get("run").asText(), environment);
    }

    private static void publish(String id, StepResult result, Map<String, String> contexts) {
        contexts.put("steps.%s.outcome".formatted(id), result.outcome());
        result.outputs()
                .forEach((name, value) ->
                        contexts.put("steps.%s.outputs.%s".formatted(id, name), value));
    }

    private Map<String, String> outputs(Expressions expressions) {
        Map<String, String> outputs = new LinkedHashMap<>();
        file.get("outputs")
                .properties()
                .forEach(output -> outputs.put(
                        output.getKey(),
                        expressions.fill(output.getValue().get("value").asText())));
        return outputs;
    }

    private static Map<String, String> filled(JsonNode values, Expressions expressions) {
        Map<String, String> filled = new LinkedHashMap<>();
        values.properties()
                .forEach(value -> filled.put(
                        value.getKey(), expressions.fill(value.getValue().asText())));
        return filled;
    }
}
