package dev.mltest.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Recorded;
import dev.mltest.evidence.Subject;
import dev.mltest.model.ConfigurationException;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Evidence on disk: recorded on one machine, judged again on any other, without the framework. */
public final class EvidenceFile {

    private static final JsonFile FILE =
            new JsonFile("mltest-evidence", 1, "evidence", "record it again");
    private static final ObjectMapper JSON = JsonFile.JSON;

    private EvidenceFile() {}

    /**
     * Writes evidence. The file appears whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path file, Subject subject, List<Recorded> recordings) {
        ObjectNode root = FILE.begin();
        root.set("subject", JSON.valueToTree(subject));
        ArrayNode entries = root.putArray("recordings");
        recordings.forEach(recorded -> entries.add(entry(recorded)));
        FILE.write(file, root);
    }

    /**
     * Reads evidence. Nothing in the file is executed.
     *
     * @throws ConfigurationException if the file is not there or holds something else
     */
    public static RecordedEvidence read(Path file) {
        return FILE.read(
                file,
                root -> new RecordedEvidence(
                        JSON,
                        JSON.treeToValue(root.required("subject"), Subject.class),
                        root.required("recordings")));
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
}
