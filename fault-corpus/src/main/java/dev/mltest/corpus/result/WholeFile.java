package dev.mltest.corpus.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes texts whole or not at all; a failure ends the pass. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes this text in place of what was there. */
    public static void write(Path file, String text) {
        try {
            dev.mltest.report.WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
