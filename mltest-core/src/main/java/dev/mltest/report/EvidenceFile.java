package dev.mltest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Recorded;
import dev.mltest.evidence.Subject;
import dev.mltest.model.ConfigurationException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Evidence on disk: recorded on one machine, judged again on any other, without the framework. */
public final class EvidenceFile {

    private static final String FORMAT = "mltest-evidence";
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = EvidenceJson.mapper();

    private EvidenceFile() {}

    /**
     * Writes evidence. The file appears whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path file, Subject subject, List<Recorded> recordings) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.set("subject", JSON.valueToTree(subject));
        ArrayNode entries = root.putArray("recordings");
        recordings.forEach(recorded -> entries.add(entry(recorded)));
        try {
            WholeFile.write(file, JSON.writeValueAsBytes(root));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write evidence to " + file, failed);
        }
    }

    /**
     * Reads evidence. Nothing in the file is executed.
     *
     * @throws ConfigurationException if the file is not there or holds something else
     */
    public static RecordedEvidence read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            requireFormat(file, root);
            return new RecordedEvidence(
                    JSON,
                    JSON.treeToValue(root.required("subject"), Subject.class),
                    root.required("recordings"));
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new ConfigurationException(
                    "'%s' holds no readable evidence: %s; record it again"
                            .formatted(file, Malformed.reason(malformed)),
                    malformed);
        } catch (IOException missing) {
            throw new ConfigurationException(
                    "cannot read evidence from '%s'; check the path".formatted(file), missing);
        }
    }

    private static ObjectNode entry(Recorded recorded) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("question", recorded.question()).put("seed", recorded.seed());
        if (recorded.answer() instanceof Answer.Seen<?> seen) {
            entry.set("evidence", JSON.valueToTree(seen.evidence()));
            entry.set("spent", JSON.valueToTree(seen.spent()));
            entry.put("seconds", seen.seconds());
        } else if (recorded.answer() instanceof Answer.Unavailable<?> missing) {
            entry.put("unavailable", missing.reason());
        }
        return entry;
    }

    private static void requireFormat(Path file, JsonNode root) {
        String format = root.path("format").asText();
        int version = root.path("version").asInt();
        if (!format.equals(FORMAT) || version != VERSION) {
            throw new ConfigurationException(
                    "'%s' is not evidence of version %d; record it again with this mltest"
                            .formatted(file, VERSION));
        }
    }
}
