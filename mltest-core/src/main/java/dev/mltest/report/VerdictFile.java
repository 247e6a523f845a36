package dev.mltest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.model.ConfigurationException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Verdicts on disk as JSON: measurements and bounds, the chance of a false alarm, and what is
 * behind violations.
 */
public final class VerdictFile {

    private static final String FORMAT = "mltest-verdicts";
    private static final int VERSION = 2;
    private static final ObjectMapper JSON = EvidenceJson.mapper();
    private static final VerdictJson VERDICTS = new VerdictJson(JSON);

    private VerdictFile() {}

    /**
     * Writes verdicts. The file appears whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path file, List<Reported> verdicts) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.put(
                "falseAlarmRate",
                verdicts.stream()
                        .mapToDouble(verdict -> verdict.report().falseAlarmRate())
                        .sum());
        ArrayNode entries = root.putArray("verdicts");
        verdicts.forEach(verdict -> entries.add(VERDICTS.write(verdict)));
        try {
            WholeFile.write(file, JSON.writeValueAsBytes(root));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write verdicts to " + file, failed);
        }
    }

    /**
     * Reads verdicts. Nothing in the file is executed.
     *
     * @throws ConfigurationException if the file is not there or holds something else
     */
    public static List<Reported> read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            requireFormat(file, root);
            List<Reported> verdicts = new ArrayList<>();
            for (JsonNode entry : root.required("verdicts")) {
                verdicts.add(VERDICTS.read(entry));
            }
            return verdicts;
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new ConfigurationException(
                    "'%s' holds no readable verdicts: %s; run the checks again"
                            .formatted(file, Malformed.reason(malformed)),
                    malformed);
        } catch (IOException missing) {
            throw new ConfigurationException(
                    "cannot read verdicts from '%s'; check the path".formatted(file), missing);
        }
    }

    private static void requireFormat(Path file, JsonNode root) {
        if (!root.path("format").asText().equals(FORMAT)
                || root.path("version").asInt() != VERSION) {
            throw new ConfigurationException(
                    "'%s' does not hold verdicts of version %d; run the checks again with this mltest"
                            .formatted(file, VERSION));
        }
    }
}
