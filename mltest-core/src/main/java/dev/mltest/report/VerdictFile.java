package dev.mltest.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.model.ConfigurationException;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Verdicts on disk as JSON: measurements and bounds, the chance of a false alarm, and what is
 * behind violations.
 */
public final class VerdictFile {

    private static final JsonFile FILE =
            new JsonFile("mltest-verdicts", 2, "verdicts", "run the checks again");
    private static final VerdictJson VERDICTS = new VerdictJson(JsonFile.JSON);

    private VerdictFile() {}

    /**
     * Writes verdicts. The file appears whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path file, List<Reported> verdicts) {
        ObjectNode root = FILE.begin();
        root.put(
                "falseAlarmRate",
                verdicts.stream()
                        .mapToDouble(verdict -> verdict.report().falseAlarmRate())
                        .sum());
        ArrayNode entries = root.putArray("verdicts");
        verdicts.forEach(verdict -> entries.add(VERDICTS.write(verdict)));
        FILE.write(file, root);
    }

    /**
     * Reads verdicts. Nothing in the file is executed.
     *
     * @throws ConfigurationException if the file is not there or holds something else
     */
    public static List<Reported> read(Path file) {
        return FILE.read(file, root -> {
            List<Reported> verdicts = new ArrayList<>();
            for (JsonNode entry : root.required("verdicts")) {
                verdicts.add(VERDICTS.read(entry));
            }
            return verdicts;
        });
    }
}
