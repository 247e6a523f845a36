package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.cli.Mltest;
import dev.mltest.sample.djl.ShapeClassifierModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line tells a shell how a sanity run on a model of DJL ended. */
@Timeout(300)
class SanityRunTest {

    private static final String CNN = ShapeClassifierModel.class.getName();
    private static final String TWIN = "dev.mltest.sample.broken.djl.DetachedBranch";

    @TempDir
    private Path directory;

    @Test
    void zero_for_a_healthy_network() throws Exception {
        assertThat(exitCode(CNN)).as(err()).isZero();
        assertThat(out()).contains("shape-classifier: ", " 0 are violated, ");
    }

    @Test
    void one_for_its_broken_twin() throws Exception {
        assertThat(exitCode(TWIN, "--report", "report")).as(err()).isEqualTo(1);
        assertThat(out())
                .contains(
                        "detached-branch should send a gradient to every trainable parameter",
                        "network/edges/coarse/convolution/weight [4x1x5x5]");
        assertThat(directory.resolve("report/preflight.detached-branch.verdicts.json"))
                .isNotEmptyFile();
    }

    @Test
    void two_for_a_device_that_is_not_there() throws Exception {
        assertThat(exitCode(CNN, "--device", "gpu:9")).isEqualTo(2);
        assertThat(err().lines())
                .last()
                .asString()
                .startsWith("configuration: 'shape-classifier' cannot be put on gpu:9: ");
    }

    @Test
    void three_where_nothing_could_be_judged() throws Exception {
        assertThat(exitCode(CNN, "--checks", "padding-is-ignored")).isEqualTo(3);
        assertThat(out()).contains("no padding is declared");
    }

    private int exitCode(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-cp",
                System.getProperty("java.class.path"),
                Mltest.class.getName(),
                "check"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start()
                .waitFor();
    }

    private String out() throws IOException {
        return Files.readString(directory.resolve("out"));
    }

    private String err() throws IOException {
        return Files.readString(directory.resolve("err"));
    }
}
