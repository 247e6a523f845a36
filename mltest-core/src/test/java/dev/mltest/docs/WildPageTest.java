package dev.mltest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The page on defects of frameworks shows each message that the adapters' tests approve. */
class WildPageTest {

    @Test
    void the_page_shows_every_message_and_no_other() {
        List<String> approved =
                Repository.files(path -> path.contains("src/test/resources/approved/wild/"))
                        .stream()
                        .map(Repository::text)
                        .toList();

        assertThat(approved).hasSizeGreaterThanOrEqualTo(6);
        assertThat(Repository.page("docs/explanation/found-in-the-wild.md").blocks("text"))
                .containsExactlyInAnyOrderElementsOf(approved);
    }
}
