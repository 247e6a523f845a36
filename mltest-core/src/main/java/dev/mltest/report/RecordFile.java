package dev.mltest.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.model.ConfigurationException;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A kind of file that holds one record as JSON, with the format's name and version in front.
 * Nothing in a file is executed.
 *
 * @param <T> type of the record
 */
public final class RecordFile<T> {

    private final JsonFile file;
    private final Class<T> type;

    /**
     * A kind of file.
     *
     * @param format name that every such file states
     * @param version that every such file states
     * @param type of the record it holds
     * @param content what it holds, to be read after "no"
     * @param repair what to do about a file that cannot be read, as an imperative
     */
    public RecordFile(String format, int version, Class<T> type, String content, String repair) {
        this.file = new JsonFile(format, version, content, repair);
        this.type = type;
    }

    /**
     * Writes a record. The file appears whole or not at all.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path path, T content) {
        ObjectNode root = file.begin();
        root.setAll((ObjectNode) JsonFile.JSON.valueToTree(content));
        file.write(path, root);
    }

    /**
     * Reads a record.
     *
     * @throws ConfigurationException if the file is not there or holds something else
     */
    public T read(Path path) {
        return file.read(path, root -> {
            ObjectNode content = root.deepCopy();
            content.remove("format");
            content.remove("version");
            return JsonFile.JSON.treeToValue(content, type);
        });
    }
}
