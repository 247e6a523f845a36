package dev.mltest.corpus.pass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Notes what a worker is about to do with a program. If its process ends by a native crash, the
 * next one finds the note, counts the crash, and goes on behind it.
 */
final class Marker {

    /** Set by the pass when it starts a worker after one that crashed. */
    static final String AFTER_CRASH = "corpus.afterCrash";

    private final Path folder;
    private final boolean afterCrash;

    Marker(Path folder) {
        this.folder = folder;
        this.afterCrash = Boolean.getBoolean(AFTER_CRASH);
    }

    /** Whether the process before this one ended there. */
    boolean endedAt(String key, long seed) {
        try {
            return afterCrash
                    && Files.isRegularFile(file(key))
                    && Files.readString(file(key)).equals(String.valueOf(seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This is begun now. */
    void beginning(String key, long seed) {
        try {
            Files.writeString(file(key), String.valueOf(seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program is done. */
    void remove(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".begun");
    }
}
