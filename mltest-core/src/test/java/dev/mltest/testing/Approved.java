package dev.mltest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Compares a text with an approved one. Nothing is ever approved by a test run: what was received
 * instead is written beside, to be read and copied by hand.
 */
public final class Approved {

    private static final Path RECEIVED = Path.of("target", "approved");
    private static final Pattern FIGURE =
            Pattern.compile("\\d+\\.\\d+(e-?\\d+)?|\\d+ steps|(?<![x\\d])\\d{3,}(?![x\\d])");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Approved() {}

    /** Fails unless the text equals {@code src/test/resources/approved/<name>.txt}. */
    public static void verify(String name, String text) {
        String approved = read(name);
        if (!approved.equals(text + "\n")) {
            Path received = write(name, text + "\n");
            assertThat(text + "\n")
                    .as(
                            "if the new text is right: cp %s src/test/resources/approved/%s.txt",
                            received, name)
                    .isEqualTo(approved);
        }
    }

    /**
     * As {@link #verify}, but measured figures, and the line breaks that depend on their width, may
     * differ: a framework's last digits do from processor to processor.
     */
    public static void verifyWords(String name, String text) {
        String approved = read(name);
        if (!words(approved).equals(words(text))) {
            verify(name, text);
        }
    }

    /** Whether there is an approved text of this name. */
    public static boolean exists(String name) {
        return !read(name).isEmpty();
    }

    private static String words(String text) {
        return SPACE.matcher(FIGURE.matcher(text).replaceAll("#"))
                .replaceAll(" ")
                .strip();
    }

    private static String read(String name) {
        String place = "approved/" + name + ".txt";
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream content = loader.getResourceAsStream(place)) {
            return content == null
                    ? ""
                    : new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path write(String name, String text) {
        try {
            Path received = RECEIVED.resolve(name + ".received.txt");
            Files.createDirectories(received.getParent());
            return Files.writeString(received, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
