package dev.mltest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Outcome;
import dev.mltest.library.DefaultChecks;
import dev.mltest.report.Reported;
import dev.mltest.reporting.results.Results;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own, on the class path that its users have. */
@Timeout(120)
class ProcessTest {

    private static final int INTERRUPTED = 128 + 2;

    @TempDir
    private Path directory;

    @Test
    void nothing_of_a_test_runner_is_on_the_class_path() throws IOException {
        assertThat(runtimeClassPath())
                .contains("picocli", "jackson-databind")
                .doesNotContainPattern("(?i)junit|assertj|opentest4j|jqwik|testng|archunit");
    }

    @Test
    void a_sanity_run_works_without_a_test_runner() throws Exception {
        assertThat(exitCodeOf("com.acme.ToyClassifier", "--checks", "predictions-repeat"))
                .isZero();
        assertThat(exitCodeOf(
                        "com.acme.CutClassifier", "--checks", "gradients-reach-every-parameter"))
                .isEqualTo(1);
        assertThat(exitCodeOf("com.acme.None")).isEqualTo(2);
        assertThat(exitCodeOf("com.acme.ToyClassifier", "--checks", "padding-is-ignored"))
                .isEqualTo(3);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sends a signal by Linux's own means")
    void interrupted_it_leaves_what_it_found_so_far() throws Exception {
        Process process = started("com.acme.CutClassifier", "--seeds", "20", "--report", "report");
        awaitProgress(process, "check 50 of");
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(process.waitFor()).isEqualTo(INTERRUPTED);
        List<Reported> verdicts =
                Results.read(List.of(directory.resolve("report"))).verdicts();
        assertThat(verdicts).hasSize(20 * DefaultChecks.suite().checks().size());
        assertThat(verdicts)
                .extracting(verdict -> verdict.report().outcome())
                .contains(new Outcome.NotApplicable("the run was interrupted before"))
                .hasAtLeastOneElementOfType(Outcome.Held.class)
                .hasAtLeastOneElementOfType(Outcome.Violated.class);
        assertThat(Files.readString(directory.resolve("out")))
                .contains("should send a gradient to every trainable parameter");
        assertThat(Files.readString(directory.resolve("err")))
                .contains("interrupted; this is what was found so far", "report: report");
    }

    private void awaitProgress(Process process, String line) throws Exception {
        while (process.isAlive() && !Files.readString(directory.resolve("err")).contains(line)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private int exitCodeOf(String... arguments) throws Exception {
        return started(arguments).waitFor();
    }

    /**
     * With the signal at its default, which a process in the background may have inherited not to
     * be.
     */
    private Process started(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (OS.LINUX.isCurrentOs()) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = String.join(
                File.pathSeparator,
                Path.of("target/classes").toAbsolutePath().toString(),
                runtimeClassPath(),
                Path.of("target/test-classes").toAbsolutePath().toString(),
                home(ReferenceModel.class));
        command.addAll(List.of(java, "-cp", classes, "dev.mltest.cli.Mltest", "check"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private static String runtimeClassPath() throws IOException {
        return Files.readString(Path.of("target/runtime.classpath")).strip();
    }

    private static String home(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }
}
