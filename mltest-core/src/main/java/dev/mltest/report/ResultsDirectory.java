package dev.mltest.report;

import dev.mltest.evidence.Recorded;
import dev.mltest.evidence.Subject;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a run leaves its verdicts and its evidence, for reports to be made of them.
 *
 * @param path of the directory
 */
public record ResultsDirectory(Path path) {

    /**
     * Demands that it can be written to, before anything is run: what that would find out would be
     * lost.
     *
     * @param setting what named the directory, for the message
     * @throws ConfigurationException if nothing can be written there
     */
    public ResultsDirectory requireWritable(String setting) {
        try {
            if (!Files.isWritable(Files.createDirectories(path))) {
                throw new AccessDeniedException(path.toString());
            }
            return this;
        } catch (IOException refused) {
            throw new ConfigurationException(
                    "%s is '%s', but nothing can be written there (%s); name a directory that can be written to"
                            .formatted(setting, path, refused),
                    refused);
        }
    }

    /** Keeps the verdicts of a test class or of a run by itself. */
    public void keep(String suite, List<Reported> verdicts) {
        VerdictFile.write(path.resolve(suite + ".verdicts.json"), verdicts);
    }

    /** Keeps what was seen on a device, if anything was. */
    public void keep(String suite, Device device, Subject subject, List<Recorded> recordings) {
        if (!recordings.isEmpty()) {
            String file = "%s.%s.json".formatted(suite, device.toString().replace(':', '-'));
            EvidenceFile.write(path.resolve(file), subject, recordings);
        }
    }
}
