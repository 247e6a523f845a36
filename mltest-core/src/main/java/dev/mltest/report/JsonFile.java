package dev.mltest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.model.ConfigurationException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A kind of file that holds JSON, with the format's name and version in front. Nothing in a file is
 * executed.
 *
 * @param format name that every such file states
 * @param version that every such file states
 * @param content what it holds, to be read after "no"
 * @param repair what to do about a file that cannot be read, as an imperative
 */
record JsonFile(String format, int version, String content, String repair) {

    static final ObjectMapper JSON = EvidenceJson.mapper();

    /** What is read from the JSON below the name of the format. */
    @FunctionalInterface
    interface Reading<T> {
        T of(JsonNode root) throws JsonProcessingException;
    }

    /** An empty file of this kind, to be filled. */
    ObjectNode begin() {
        return JSON.createObjectNode().put("format", format).put("version", version);
    }

    /**
     * Writes a file. It appears whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void write(Path file, ObjectNode root) {
        try {
            WholeFile.write(file, JSON.writeValueAsBytes(root));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it is not there or holds something else
     */
    <T> T read(Path file, Reading<T> reading) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            requireFormat(file, root);
            return reading.of(root);
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new ConfigurationException(
                    "'%s' holds no readable %s: %s; %s"
                            .formatted(file, content, Malformed.reason(malformed), repair),
                    malformed);
        } catch (IOException missing) {
            throw new ConfigurationException(
                    "cannot read '%s'; check the path, or %s".formatted(file, repair), missing);
        }
    }

    private void requireFormat(Path file, JsonNode root) {
        if (!root.path("format").asText().equals(format)
                || root.path("version").asInt() != version) {
            throw new ConfigurationException(
                    "'%s' holds no %s of version %d; %s".formatted(file, content, version, repair));
        }
    }
}
