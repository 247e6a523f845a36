package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.experiment.Laboratory;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.EvidenceFile;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evidence recorded here is judged in the same way by a new JVM that knows no framework. */
class RejudgeTest {

    private static final long SEED = 42;

    @TempDir
    private Path directory;

    static Stream<ModelUnderTest> models() {
        return Stream.of(
                new ShapeClassifierTest().model(),
                new LanguageIdentifierTest().model(),
                new Dl4jLanguageIdentifierTest().model());
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_jvm_without_framework_comes_to_the_same_verdicts(ModelUnderTest model) throws Exception {
        Path file = directory.resolve("evidence.json");
        String here;
        try (Laboratory laboratory = new Laboratory(model)) {
            here = Rejudge.verdicts(laboratory, SEED);
            EvidenceFile.write(file, laboratory.subject(), laboratory.recordings());
        }

        String classPath = classPathWithout(
                "djl", "pytorch", "dl4j", "deeplearning4j", "nd4j", "mltest-junit", "junit");

        assertThat(classPath).contains("mltest-core").doesNotContain("ai/djl", "deeplearning4j");
        assertThat(inNewJvm(classPath, file)).isEqualTo(here);
    }

    private static String classPathWithout(String... parts) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(parts).noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String inNewJvm(String classPath, Path file)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        classPath,
                        Rejudge.class.getName(),
                        file.toString(),
                        Long.toString(SEED))
                .redirectErrorStream(true)
                .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.stripTrailing() + "\n";
    }
}
