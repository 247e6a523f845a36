package dev.mltest.experiment;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Trainable;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A process of its own that makes a model, takes its first steps, and writes down what it got. */
final class ChildJvm {

    private static final int MINUTES = 5;

    private ChildJvm() {}

    /** What a child of this process makes of a description. */
    static Map<String, String> digests(
            Class<? extends Supplier<ModelUnderTest>> description, long seed) {
        try {
            Path results = Files.createTempFile("mltest", ".digests");
            Path output = Files.createTempFile("mltest", ".output");
            try {
                run(command(description, seed, results), output);
                return read(results);
            } finally {
                Files.deleteIfExists(results);
                Files.deleteIfExists(output);
            }
        } catch (IOException failed) {
            throw new ConfigurationException("no new JVM can be started: " + failed, failed);
        }
    }

    private static List<String> command(Class<?> description, long seed, Path results) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agent") && !option.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(ChildJvm.class.getName(), description.getName(), Long.toString(seed)));
        command.add(results.toString());
        return command;
    }

    private static void run(List<String> command, Path output) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        throw new ConfigurationException(
                "the new JVM did not finish; check that the class in .rebuiltBy(...) is public, has a"
                        + " constructor without parameters and describes a trainable model. It said: "
                        + Files.readString(output).strip());
    }

    private static Map<String, String> read(Path results) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String line : Files.readAllLines(results)) {
            int tab = line.indexOf('\t');
            digests.put(line.substring(tab + 1), line.substring(0, tab));
        }
        return digests;
    }

    /** The child: name of the description, seed, file to write to. */
    public static void main(String[] args) throws Exception {
        Constructor<?> constructor = Class.forName(args[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        ModelUnderTest subject = (ModelUnderTest) ((Supplier<?>) constructor.newInstance()).get();
        long seed = Long.parseLong(args[1]);
        try (Trainable model = (Trainable) subject.factory().create(seed, Device.cpu())) {
            List<String> lines = new ArrayList<>();
            model.scoped(() -> FirstDigests.of(model, subject, seed))
                    .forEach((key, digest) -> lines.add(digest + "\t" + key));
            Files.write(Path.of(args[2]), lines);
        }
    }
}
