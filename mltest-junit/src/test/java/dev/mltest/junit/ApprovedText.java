package dev.mltest.junit;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a whole text with the one that a person approved. */
public final class ApprovedText {

    private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
    private static final Path RECEIVED = Path.of("target", "received");

    private ApprovedText() {}

    /** Fails unless the text is the approved one. */
    public static void verify(String name, String text) {
        Path approved = APPROVED.resolve(name + ".txt");
        String expected = read(approved);
        if (!expected.equals(text + "\n")) {
            Path received = write(RECEIVED.resolve(name + ".received.txt"), text + "\n");
            fail(
                    "The text differs from %s.%nIf it is right as it is now: mv %s %s%n%n--- approved%n%s--- received%n%s",
                    approved, received, approved, expected, text);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(RECEIVED);
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
