package dev.mltest.corpus.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Results on disk, one file for each program, written whole or not at all: a pass that was
 * interrupted goes on where it stopped.
 */
public final class Store {

    private static final ObjectMapper JSON = Json.mapper();

    private final Path folder;

    /** A store in this folder, which is made if need be. */
    public Store(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /** What is known of a program; nothing if it is unreadable or of another program. */
    public Optional<ProgramResult> find(String key, String programs) {
        Path file = file(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), ProgramResult.class))
                    .filter(result -> result.programs().equals(programs));
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a result in place of an earlier one. */
    public void keep(ProgramResult result) {
        try {
            WholeFile.write(file(result.key()), JSON.writeValueAsString(result));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result cannot be written as JSON", e);
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".json");
    }
}
