package dev.mltest.reporting.history;

import dev.mltest.model.ConfigurationException;
import dev.mltest.report.RecordFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** One file for each run. A file that is not one of ours is never touched. */
final class RunFiles {

    /** More than a year of runs on most working days, and little enough to be read at once. */
    static final int MOST_RUNS = 200;

    private static final RecordFile<PastRun> FILE = new RecordFile<>(
            "mltest-history",
            1,
            PastRun.class,
            "past run",
            "remove it from the history if nobody needs it");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);
    private static final int COMMIT_DIGITS = 12;

    private final Path directory;
    private final Map<Path, PastRun> runs = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    private RunFiles(Path directory) {
        this.directory = directory;
    }

    static RunFiles in(Path directory) {
        RunFiles files = new RunFiles(directory);
        if (Files.exists(directory)) {
            files.readAll();
        }
        return files;
    }

    List<PastRun> runs() {
        return List.copyOf(runs.values());
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void add(PastRun run) {
        Path file = directory.resolve(name(run));
        FILE.write(file, run);
        runs.put(file, run);
        prune();
    }

    /** By time; by commit, for people; and different for two shards that end at the same moment. */
    private static String name(PastRun run) {
        String commit = run.run().commit().replaceAll("[^0-9A-Za-z]", "");
        return "%sZ-%s-%s.json"
                .formatted(
                        MOMENT.format(run.run().at()),
                        commit.isEmpty()
                                ? "unknown"
                                : commit.substring(0, Math.min(COMMIT_DIGITS, commit.length())),
                        UUID.randomUUID().toString().substring(0, 8));
    }

    private void readAll() {
        try (Stream<Path> found = Files.list(directory)) {
            found.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::read);
        } catch (IOException refused) {
            throw new ConfigurationException(
                    "the history '%s' is no directory that can be read; name one"
                            .formatted(directory),
                    refused);
        }
    }

    private void read(Path file) {
        try {
            runs.put(file, FILE.read(file));
        } catch (ConfigurationException unreadable) {
            warnings.add(unreadable.reason());
        }
    }

    private void prune() {
        runs.entrySet().stream()
                .sorted(Map.Entry.<Path, PastRun>comparingByValue(
                                Comparator.comparing(past -> past.run().at()))
                        .reversed())
                .skip(MOST_RUNS)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(RunFiles::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot remove the old run " + file, refused);
        }
    }
}
