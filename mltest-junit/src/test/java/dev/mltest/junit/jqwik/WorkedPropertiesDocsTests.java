package dev.mltest.junit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the how-to shows is what is compiled and run here. */
class WorkedPropertiesDocsTests {

    private static final Path PAGE = Path.of("../docs/how-to/write-properties-with-jqwik.md");
    private static final Path SOURCES = Path.of("src/test/java/dev/mltest/junit/jqwik");
    private static final Path APPROVED = Path.of("src/test/resources/approved/property.txt");

    @Test
    void every_code_block_is_part_of_the_worked_properties() throws IOException {
        String source = Files.readString(SOURCES.resolve("WorkedPropertiesTests.java"))
                + Files.readString(SOURCES.resolve("SharedClassTests.java"));
        List<String> blocks = blocks("java");

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(squeezed(source)).contains(squeezed(block)));
    }

    @Test
    void the_failure_shown_begins_the_approved_one() throws IOException {
        List<String> texts = blocks("text");

        assertThat(texts).hasSize(1);
        assertThat(squeezed(Files.readString(APPROVED))).contains(squeezed(texts.get(0)));
    }

    private static List<String> blocks(String language) throws IOException {
        Pattern block = Pattern.compile(
                "^```" + language + "\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
        return block.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** However it is wrapped and indented. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
