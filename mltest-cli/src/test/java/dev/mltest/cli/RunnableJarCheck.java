package dev.mltest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The jar that holds all it needs; looked at once it has been packaged. */
@Timeout(120)
class RunnableJarCheck {

    @TempDir
    private Path directory;

    @Test
    void it_runs_by_itself() throws Exception {
        assertThat(exitCode("-jar", jar(), "--help")).isZero();
        assertThat(output()).startsWith("Usage: mltest [-hV] [COMMAND]").contains("check");
    }

    @Test
    void it_checks_a_model_on_a_users_class_path() throws Exception {
        String classes = String.join(
                File.pathSeparator,
                jar(),
                Path.of("target/test-classes").toAbsolutePath().toString(),
                ReferenceModel.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath());

        Path report = directory.resolve("report");

        assertThat(exitCode(
                        "-cp",
                        classes,
                        Mltest.class.getName(),
                        "check",
                        "com.acme.ToyClassifier",
                        "--report",
                        report.toString()))
                .isZero();
        assertThat(output()).contains("toy-classifier: ", " 0 are violated, ");
        assertThat(report.resolve("report.html")).content().contains("toy-classifier", "echarts");
    }

    @Test
    void its_libraries_stay_out_of_the_users_way() throws IOException {
        try (JarFile jar = new JarFile(jar())) {
            List<String> foreign = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .filter(name -> !name.startsWith("dev/mltest/"))
                    .filter(name -> !name.startsWith("org/jspecify/annotations/"))
                    .toList();

            assertThat(foreign).isEmpty();
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains(
                            "dev/mltest/cli/Mltest.class", "dev/mltest/preflight/Preflight.class");
        }
    }

    private int exitCode(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start()
                .waitFor();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }

    private static String jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath()
                    .toString();
        }
    }
}
