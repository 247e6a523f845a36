package dev.mltest.corpus.pass;

import dev.mltest.corpus.program.Engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Notes what a worker is about to do. If its process ends by a native crash, the next one finds the
 * note, counts the crash, and goes on behind it.
 */
final class Marker {

    /** Set by the pass when it starts a worker after one that crashed. */
    static final String AFTER_CRASH = "corpus.afterCrash";

    private final Path file;
    private final String endedAt;

    Marker(Path folder, Engine engine) {
        file = folder.resolve(engine + ".current");
        endedAt = Boolean.getBoolean(AFTER_CRASH) ? read() : "";
    }

    /** Whether the process before this one ended there; seed 0 stands for the oracle. */
    boolean endedAt(String key, long seed) {
        return endedAt.equals(note(key, seed));
    }

    /** This is begun now. */
    void beginning(String key, long seed) {
        try {
            Files.writeString(file, note(key, seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is being done any more. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String note(String key, long seed) {
        return key + " " + seed;
    }

    private String read() {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
