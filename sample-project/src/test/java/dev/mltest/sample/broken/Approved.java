package dev.mltest.sample.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Texts that somebody has read and found good, in {@code src/test/resources/approved}. Every word
 * counts; measured figures, and the line breaks that depend on their width, do not, since their
 * last digits differ from processor to processor, and the locale data from JDK to JDK. What was
 * received lies under {@code target/received}; to approve it, copy it.
 */
final class Approved {

    private static final Pattern FIGURE =
            Pattern.compile("-?\\d+\\.\\d+(e-?\\d+)?|\\d+ steps|(?<![x\\d])\\d{3,}(?![x\\d])");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Approved() {}

    static void isApproved(String name, String text) {
        keep(name, text + "\n");
        assertThat(words(text)).as("words of %s", name).isEqualTo(words(read(name)));
    }

    /** What is compared of a text. */
    static String words(String text) {
        return SPACE.matcher(FIGURE.matcher(text).replaceAll("#"))
                .replaceAll(" ")
                .strip();
    }

    private static String read(String name) {
        try (InputStream file = Approved.class.getResourceAsStream("/approved/" + name + ".txt")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves what was received where it can be approved. */
    static void keep(String name, String text) {
        Path file = Path.of("target", "received", name + ".txt");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
