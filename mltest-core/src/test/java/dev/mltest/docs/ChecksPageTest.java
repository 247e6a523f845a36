package dev.mltest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.experiment.Laboratory;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of all checks is what the checks and the fault corpus say. */
class ChecksPageTest {

    private static final Path PAGE = Repository.ROOT.resolve(ChecksPage.PATH);

    @Test
    void the_page_is_what_would_be_written() throws IOException {
        String text = written();

        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, text);
        }

        assertThat(PAGE)
                .as(
                        "%s is written by: ./mvnw -pl mltest-core test -Dtest=ChecksPageTest -Ddocs.write=true",
                        ChecksPage.PATH)
                .hasContent(text);
    }

    @Test
    void faults_come_from_the_results_of_the_corpus() {
        String other = "| `predictions-repeat` | 1 | 77 | 7 | 0 |";

        assertThat(page(other)).contains("| 77 (7) |");
        assertThat(written()).contains("](one-batch-is-overfitted.md)").doesNotContain("77 (7)");
    }

    private static String written() {
        return page(Repository.text(Repository.ROOT.resolve("fault-corpus/RESULTS.md")));
    }

    private static String page(String results) {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.classifier().build())) {
            return new ChecksPage(laboratory, results).text();
        }
    }
}
