package dev.mltest.cli.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A clean machine for one job: an empty workspace, the files and variables that scripts are given,
 * and nothing else of this process's environment than where its programs are.
 */
final class Runner {

    private final Path home;
    private final Storage storage;
    private final Map<String, String> github;
    private final List<String> used = new ArrayList<>();

    /**
     * A machine.
     *
     * @param home a directory that does not exist yet
     * @param storage artifacts and caches, which outlive the machine
     * @param github values of the context of that name, without {@code github.}
     */
    Runner(Path home, Storage storage, Map<String, String> github) throws IOException {
        this.home = home;
        this.storage = storage;
        this.github = github;
        Files.createDirectories(workspace());
        Files.createDirectories(home.resolve("temp"));
        Files.createFile(home.resolve("summary.md"));
    }

    Path workspace() {
        return home.resolve("workspace");
    }

    Path report() {
        return home.resolve("temp/mltest/report");
    }

    String summary() throws IOException {
        return Files.readString(home.resolve("summary.md"));
    }

    /** Actions of others that were called, without their versions. */
    List<String> used() {
        return used;
    }

    Map<String, String> contexts() {
        Map<String, String> contexts = new LinkedHashMap<>();
        contexts.put("runner.temp", home.resolve("temp").toString());
        contexts.put("runner.os", "Linux");
        contexts.put("runner.arch", "X64");
        github.forEach((name, value) -> contexts.put("github." + name, value));
        return contexts;
    }

    /** Another action; those that move files move them. */
    void use(String action, Map<String, String> with) throws IOException {
        String name = action.substring(0, action.indexOf('@'));
        used.add(name);
        storage.use(name, with, workspace());
    }

    /** A script, called as the runner calls it. */
    StepResult bash(String script, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", "");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
                .directory(workspace().toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH", "LANG"));
        builder.environment().putAll(environment);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("RUNNER_TEMP", home.resolve("temp").toString());
        builder.environment().put("GITHUB_OUTPUT", output.toString());
        builder.environment()
                .put("GITHUB_STEP_SUMMARY", home.resolve("summary.md").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return StepResult.of(process.waitFor(), log, outputs(output));
    }

    private static Map<String, String> outputs(Path file) throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            outputs.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return outputs;
    }
}
