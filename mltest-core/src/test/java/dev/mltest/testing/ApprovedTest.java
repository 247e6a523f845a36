package dev.mltest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ApprovedTest {

    @Test
    void a_text_that_was_never_approved_fails_and_is_written_beside() throws IOException {
        Path received = Path.of("target/approved/never-approved.received.txt");
        try {
            assertThatThrownBy(() -> Approved.verify("never-approved", "some text"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("cp target/approved/never-approved.received.txt"
                            + " src/test/resources/approved/never-approved.txt");

            assertThat(received).hasContent("some text\n");
            assertThat(Path.of("src/test/resources/approved/never-approved.txt"))
                    .doesNotExist();
        } finally {
            Files.deleteIfExists(received);
        }
    }

    @Test
    void an_approved_text_passes_to_the_last_character() throws IOException {
        try {
            assertThatThrownBy(() -> Approved.verify("failure-text.nothing-examined", "model"))
                    .isInstanceOf(AssertionError.class);
        } finally {
            Files.deleteIfExists(
                    Path.of("target/approved/failure-text.nothing-examined.received.txt"));
        }
    }

    @Test
    void figures_may_differ_where_only_words_count() throws IOException {
        String name = "loss-prefers-the-targets.wrong-sign";
        String approved = Files.readString(Path.of("src/test/resources/approved/" + name + ".txt"));
        try {
            Approved.verifyWords(name, approved.replace("0.2395", "0.2411"));

            assertThatThrownBy(
                            () -> Approved.verifyWords(name, approved.replace("-0.2395", "0.2395")))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> Approved.verifyWords(name, approved.replace("more", "less")))
                    .isInstanceOf(AssertionError.class);
        } finally {
            Files.deleteIfExists(Path.of("target/approved/" + name + ".received.txt"));
        }
    }
}
