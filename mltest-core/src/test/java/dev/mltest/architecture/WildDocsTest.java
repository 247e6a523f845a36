package dev.mltest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page on defects of frameworks shows each message that the adapters' tests approve. */
class WildDocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/explanation/found-in-the-wild.md");
    private static final Path APPROVED = Path.of("src/test/resources/approved/wild");
    private static final Pattern MESSAGE =
            Pattern.compile("^```text\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void the_page_shows_every_message_and_no_other() throws IOException {
        List<String> shown = MESSAGE.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(approved()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(approved());
    }

    private static List<String> approved() throws IOException {
        List<String> texts = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT, "mltest-*")) {
            for (Path module : modules) {
                texts.addAll(textsIn(module.resolve(APPROVED)));
            }
        }
        return texts;
    }

    private static List<String> textsIn(Path directory) throws IOException {
        List<String> texts = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }
}
