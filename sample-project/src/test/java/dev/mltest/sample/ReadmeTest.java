package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the README shows is what the sample project runs. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void its_example_is_the_shape_classifiers_suite() throws IOException {
        String source = Files.readString(
                Path.of("src/test/java/dev/mltest/sample/ShapeClassifierTest.java"));

        assertThat(source).contains(block("java"));
    }

    @Test
    void its_failure_message_is_that_of_the_detached_branch() throws IOException {
        String approved =
                Files.readString(Path.of("src/test/resources/approved/detached-branch.txt"));

        assertThat(approved).contains(block("text"));
    }

    /** The first code block of this language. */
    private static String block(String language) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String fence = "```" + language + "\n";
        int start = readme.indexOf(fence);
        assertThat(start).as("a block of " + language).isNotNegative();
        return readme.substring(
                start + fence.length(), readme.indexOf("```", start + fence.length()));
    }
}
