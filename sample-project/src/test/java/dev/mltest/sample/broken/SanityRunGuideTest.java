package dev.mltest.sample.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.preflight.Preflight;
import dev.mltest.preflight.PreflightResult;
import dev.mltest.sample.broken.djl.DetachedBranch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everything that docs/how-to/run-before-training.md shows is run here or in the main code. */
class SanityRunGuideTest {

    private static final Path PAGE = Path.of("..", "docs", "how-to", "run-before-training.md");
    private static final Path MAIN = Path.of("src/main/java/dev/mltest/sample/djl");

    @TempDir
    private Path directory;

    @Test
    void the_page_shows_what_the_training_and_this_test_run() throws IOException {
        String source = source(MAIN.resolve("ShapeClassifierModel.java"))
                + source(MAIN.resolve("TrainShapeClassifier.java"))
                + source(Path.of("src/test/java/dev/mltest/sample/broken/SanityRunGuideTest.java"));

        assertThat(blocks("java"))
                .hasSize(3)
                .allSatisfy(block -> assertThat(source).contains(normalised(block)));
    }

    @Test
    void the_page_shows_what_its_example_prints() throws IOException {
        PreflightResult result = Preflight.of(new DetachedBranch().get())
                .checks("gradients-reach-every-parameter", "predictions-repeat")
                .run()
                .write(directory);
        result.print(System.out);

        Approved.keep("sanity-run", result.text());
        assertThat(directory.resolve("preflight.detached-branch.verdicts.json")).exists();
        assertThat(blocks("text").stream().map(Approved::words))
                .containsExactly(Approved.words(result.text()));
    }

    private static List<String> blocks(String language) throws IOException {
        Pattern block = Pattern.compile(
                "^```" + language + "\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
        return block.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String source(Path file) throws IOException {
        return normalised(Files.readString(file));
    }

    private static String normalised(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
