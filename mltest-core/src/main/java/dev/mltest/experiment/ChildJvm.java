package dev.mltest.experiment;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.ModelUnderTest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What came of a process of its own, with the same class path and options as this one.
 *
 * @param status its exit status; -1 if it did not end in time
 * @param lines what it wrote down
 * @param output what it said
 */
record ChildJvm(int status, List<String> lines, String output) {

    private static final int MINUTES = 5;

    /**
     * Runs a main class that takes the name of a description, a seed and the file to write to.
     *
     * @param settings come on top of this process's own
     */
    static ChildJvm run(
            Class<?> program,
            Class<? extends Supplier<ModelUnderTest>> description,
            long seed,
            JvmSettings settings) {
        try {
            Path results = Files.createTempFile("mltest", ".results");
            Path output = Files.createTempFile("mltest", ".output");
            try {
                int status = run(
                        command(program, description, seed, results, settings), settings, output);
                return new ChildJvm(
                        status,
                        Files.readAllLines(results),
                        Files.readString(output).strip());
            } finally {
                Files.deleteIfExists(results);
                Files.deleteIfExists(output);
            }
        } catch (IOException failed) {
            throw new ConfigurationException("no new JVM can be started: " + failed, failed);
        }
    }

    /**
     * Demands that it came to its end.
     *
     * @throws ConfigurationException if it did not
     */
    ChildJvm requireEnded() {
        if (status != 0) {
            throw ConfigurationException.ofPart(
                    "the new JVM did not finish; check that the class in .rebuiltBy(...) is public,"
                            + " has a constructor without parameters and describes a trainable model."
                            + " It said: "
                            + output,
                    null);
        }
        return this;
    }

    private static List<String> command(
            Class<?> program, Class<?> description, long seed, Path results, JvmSettings settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agent") && !option.startsWith("-javaagent"))
                .forEach(command::add);
        settings.properties().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(program.getName(), description.getName(), Long.toString(seed)));
        command.add(results.toString());
        return command;
    }

    private static int run(List<String> command, JvmSettings settings, Path output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(settings.environment());
        Process process = builder.start();
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
