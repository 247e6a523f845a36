package dev.mltest.cli.action;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Jobs of one workflow that use the action of this repository, each on a machine of its own. */
final class Jobs {

    static final Map<String, String> MAIN = Map.of(
            "ref_name", "main",
            "sha", "0123456789",
            "run_id", "1",
            "run_attempt", "1",
            "event.repository.default_branch", "main");

    static final Map<String, String> PULL_REQUEST = Map.of(
            "ref_name", "12/merge",
            "head_ref", "faster",
            "base_ref", "main",
            "sha", "9876543210",
            "run_id", "2",
            "run_attempt", "1");

    /** The main class of what makes the report. */
    private static final String COMMAND_LINE = "dev.mltest.cli.Mltest";

    private final Path directory;
    private final CompositeAction action;
    private final Storage storage;
    private final Path jar;

    private Jobs(Path directory, CompositeAction action, Storage storage, Path jar) {
        this.directory = directory;
        this.action = action;
        this.storage = storage;
        this.jar = jar;
    }

    static Jobs in(Path directory) throws IOException {
        return new Jobs(
                directory,
                CompositeAction.in(Path.of("..")),
                new Storage(directory.resolve("storage")),
                CommandLineJar.write(directory.resolve("cli.jar"), COMMAND_LINE));
    }

    Storage storage() {
        return storage;
    }

    Runner machine(String name) throws IOException {
        return machine(name, MAIN);
    }

    Runner machine(String name, Map<String, String> github) throws IOException {
        return new Runner(directory.resolve(name), storage, github);
    }

    /** With these inputs, and a command line unless another one is given. */
    ActionRun run(Runner machine, Map<String, String> inputs) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("cli", jar.toString()));
        all.putAll(inputs);
        return action.run(machine, all);
    }
}
