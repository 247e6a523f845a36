package dev.mltest.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that appears whole or not at all. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a file and, if need be, the directory it stands in.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling(
                ".%s.%s.tmp".formatted(target.getFileName(), UUID.randomUUID()));
        Files.createDirectories(temporary.resolve("..").normalize());
        try {
            Files.write(temporary, content);
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
