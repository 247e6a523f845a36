package dev.mltest.junit;

import dev.mltest.check.CheckReport;
import dev.mltest.evidence.Recorded;
import dev.mltest.experiment.Laboratory;
import dev.mltest.model.ConfigurationException;
import dev.mltest.report.EvidenceFile;
import dev.mltest.report.Reported;
import dev.mltest.report.VerdictFile;
import dev.mltest.report.VerdictTable;

import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stays of a test class when it is done, as configured.
 *
 * @param evidence the directory evidence is written to, if any
 * @param table whether the verdicts are printed
 */
record Keepsakes(Optional<Path> evidence, boolean table) {

    /**
     * As configured.
     *
     * @throws ConfigurationException if nothing can be written to the directory named
     */
    static Keepsakes of(ExtensionContext context) {
        Configuration configuration = Configuration.of(context);
        Optional<Path> evidence = configuration.get(Setting.EVIDENCE);
        evidence.ifPresent(Keepsakes::requireWritable);
        return new Keepsakes(evidence, configuration.isTrue(Setting.TABLE));
    }

    /** Before anything is run, since what it would find out would be lost. */
    private static void requireWritable(Path directory) {
        try {
            if (!Files.isWritable(Files.createDirectories(directory))) {
                throw new AccessDeniedException(directory.toString());
            }
        } catch (IOException refused) {
            throw new ConfigurationException(
                    "%s is '%s', but nothing can be written there (%s); name a directory that can be written to"
                            .formatted(Setting.EVIDENCE.name(), directory, refused),
                    refused);
        }
    }

    void keep(Class<?> testClass, Collection<Laboratory> laboratories, List<Reported> verdicts) {
        if (table && !verdicts.isEmpty()) {
            System.out.println(tables(verdicts.stream().map(Reported::report).toList()));
        }
        evidence.ifPresent(directory -> {
            laboratories.forEach(laboratory -> write(directory, testClass, laboratory));
            Path file = directory.resolve(testClass.getName() + ".verdicts.json");
            VerdictFile.write(file, verdicts);
        });
    }

    private static String tables(List<CheckReport> reports) {
        Map<String, List<CheckReport>> byModel = reports.stream()
                .collect(Collectors.groupingBy(
                        report -> report.subject().model(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byModel.values().stream().map(VerdictTable::of).collect(Collectors.joining("\n\n"));
    }

    private static void write(Path directory, Class<?> testClass, Laboratory laboratory) {
        List<Recorded> recordings = laboratory.recordings();
        if (recordings.isEmpty()) {
            return;
        }
        String device = laboratory.device().toString().replace(':', '-');
        String file = "%s.%s.json".formatted(testClass.getName(), device);
        EvidenceFile.write(directory.resolve(file), laboratory.subject(), recordings);
    }
}
