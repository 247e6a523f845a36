package dev.mltest.corpus.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes this text in place of what was there. */
    public static void write(Path file, String text) {
        try {
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "part", ".tmp");
            Files.writeString(part, text);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
