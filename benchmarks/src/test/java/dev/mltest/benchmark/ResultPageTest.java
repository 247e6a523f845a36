package dev.mltest.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class ResultPageTest {

    @Test
    void is_written_whole_and_leaves_no_other_file(@TempDir Path module) throws IOException {
        ResultPage page = new ResultPage("race", "A race")
                .heading("Times")
                .paragraph("In one run.")
                .table(List.of("tool", "ms"), List.of(List.of("this | that", "3")));

        Path file = page.write(module);
        page.write(module);

        assertThat(file).hasContent(page.text());
        assertThat(page.text()).contains("# A race", "## Times", "| this \\| that | 3 |");
        assertThat(module.resolve("results")).isDirectoryContaining("regex:.*race.md");
        assertThat(module.resolve("results").toFile().list()).hasSize(1);
    }
}
