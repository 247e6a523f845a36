package dev.mltest.report;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * A kind of file that holds one record as JSON, with the format's name and version in front.
 * Nothing in a file is executed.
 *
 * @param <T> type of the record
 */
public final class RecordFile<T> {

    private static final ObjectMapper JSON = EvidenceJson.mapper();

    private final String format;
    private final int version;
    private final Class<T> type;
    private final String repair;

    /**
     * A kind of file.
     *
     * @param format name that every such file states
     * @param version that every such file states
     * @param type of the record it holds
     * @param repair what to do about a file that cannot be read, as an imperative
     */
    public RecordFile(String format, int version, Class<T> type, String repair) {
        this.format = format;
        this.version = version;
        this.type = type;
        this.repair = repair;
    }

    /**
     * Writes a record. The file appears whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file, T content) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", format).put("version", version);
        root.setAll((ObjectNode) JSON.valueToTree(content));
        try {
            byte[] text = (JSON.writeValueAsString(root) + "\n").getBytes(UTF_8);
            WholeFile.write(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /**
     * Reads a record.
     *
     * @throws ConfigurationException if the file is not there or holds something else
     */
    public T read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            requireFormat(file, root);
            ObjectNode content = root.deepCopy();
            content.remove("format");
            content.remove("version");
            return JSON.treeToValue(content, type);
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new ConfigurationException(
                    "'%s' is no readable file of format %s: %s; %s"
                            .formatted(file, format, Malformed.reason(malformed), repair),
                    malformed);
        } catch (IOException missing) {
            throw new ConfigurationException(
                    "cannot read '%s'; check the path, or %s".formatted(file, repair), missing);
        }
    }

    private void requireFormat(Path file, JsonNode root) {
        if (!root.path("format").asText().equals(format)
                || root.path("version").asInt() != version) {
            throw new ConfigurationException("'%s' is not of format %s, version %d; %s"
                    .formatted(file, format, version, repair));
        }
    }
}
