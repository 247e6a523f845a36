package dev.mltest.reporting.results;

import dev.mltest.model.ConfigurationException;
import dev.mltest.report.Reported;
import dev.mltest.report.VerdictFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Recorded verdicts and evidence of a whole run, which may have been split into shards.
 *
 * @param suites by name
 */
public record Results(List<Suite> suites) {

    private static final String VERDICTS = ".verdicts.json";
    private static final String EVIDENCE = ".json";

    /** Keeps its own copy. */
    public Results {
        suites = List.copyOf(suites);
    }

    /**
     * Reads the directories of one run, one for each shard; their order does not matter.
     *
     * @throws ConfigurationException if one is not there, holds no verdicts, or they cannot be read
     */
    public static Results read(List<Path> directories) {
        Map<String, Set<Reported>> verdicts = new TreeMap<>();
        Map<String, List<Path>> evidence = new TreeMap<>();
        for (Path directory : directories.stream().sorted().toList()) {
            List<Path> files = files(directory);
            files.stream()
                    .filter(file -> named(file, VERDICTS))
                    .forEach(file -> verdicts.computeIfAbsent(
                                    name(file), unused -> new LinkedHashSet<>())
                            .addAll(VerdictFile.read(file)));
            files.stream()
                    .filter(file -> named(file, EVIDENCE) && !named(file, VERDICTS))
                    .forEach(file -> evidence.computeIfAbsent(
                                    nameOfEvidence(file), unused -> new ArrayList<>())
                            .add(file));
        }
        return new Results(verdicts.entrySet().stream()
                .map(entry -> new Suite(
                        entry.getKey(),
                        List.copyOf(entry.getValue()),
                        evidence.getOrDefault(entry.getKey(), List.of())))
                .toList());
    }

    /** All verdicts. */
    public List<Reported> verdicts() {
        return suites.stream().flatMap(suite -> suite.verdicts().stream()).toList();
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            if (all.stream().noneMatch(file -> named(file, VERDICTS))) {
                throw new ConfigurationException(
                        "'%s' holds no verdicts; run the tests with -Dmltest.evidence=%s first"
                                .formatted(directory, directory));
            }
            return all;
        } catch (IOException missing) {
            throw new ConfigurationException(
                    "cannot read the directory '%s'; run the tests with -Dmltest.evidence=%s first"
                            .formatted(directory, directory),
                    missing);
        }
    }

    private static boolean named(Path file, String ending) {
        return file.getFileName().toString().endsWith(ending);
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - VERDICTS.length());
    }

    /** Without the device, which stands behind the last full stop. */
    private static String nameOfEvidence(Path file) {
        String name = file.getFileName().toString();
        String withDevice = name.substring(0, name.length() - EVIDENCE.length());
        return withDevice.substring(0, Math.max(0, withDevice.lastIndexOf('.')));
    }
}
