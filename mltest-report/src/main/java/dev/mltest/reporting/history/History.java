package dev.mltest.reporting.history;

import dev.mltest.baseline.KnownViolation;
import dev.mltest.model.ConfigurationException;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.RunInfo;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Earlier runs in a directory, one file each; what is written there is never changed. */
public final class History {

    private final RunFiles files;
    private final List<PastRun> runs;
    private final List<String> warnings;

    private History(RunFiles files) {
        this.files = files;
        this.runs = files.runs().stream()
                .sorted(Comparator.comparing(past -> past.run().at()))
                .toList();
        this.warnings = files.warnings();
    }

    /**
     * Reads a directory. What cannot be read in it is left alone, and a warning tells so.
     *
     * @param directory need not be there yet
     * @throws ConfigurationException if it is something else than a directory
     */
    public static History in(Path directory) {
        return new History(RunFiles.in(directory));
    }

    /** All runs that could be read, the oldest first. */
    public List<PastRun> runs() {
        return runs;
    }

    /** What could not be read, one line for each file. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Adds a run, and removes the oldest beyond the {@link RunFiles#MOST_RUNS} newest.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void append(RunInfo run, Results results) {
        files.add(PastRun.of(run, results));
    }

    /**
     * The last run before this one on its branch, or of all if the branch is unknown.
     *
     * @param now the run that is compared
     */
    public Optional<PastRun> before(RunInfo now) {
        return last(past -> now.branch().isEmpty() || past.run().branch().equals(now.branch()));
    }

    /**
     * The last run of a branch. A run of the very commit that is compared does not count: to run it
     * again must not make its violations old ones.
     */
    public Optional<PastRun> lastOf(String branch, RunInfo now) {
        return last(past -> past.run().branch().equals(branch)
                && (now.commit().isEmpty() || !past.run().commit().equals(now.commit())));
    }

    /**
     * What changed since the last run, and since the last run of another branch.
     *
     * @param branch to compare with as well; empty if there is none
     * @return nothing if there is nothing to compare with
     */
    public List<Comparison> compare(RunInfo run, Results results, String branch) {
        PastRun now = PastRun.of(run, results);
        List<Comparison> comparisons = new ArrayList<>();
        Optional<PastRun> before = before(run);
        before.ifPresent(last -> comparisons.add(Comparing.of("the last run", last, now)));
        if (!branch.isEmpty()) {
            lastOf(branch, run)
                    .filter(last -> !before.equals(Optional.of(last)))
                    .ifPresent(
                            last -> comparisons.add(Comparing.of("branch " + branch, last, now)));
        }
        return comparisons;
    }

    /**
     * Whether a check has held on one of these branches since its violation was frozen. It is
     * mended there, so that a violation is a new one, whether or not somebody has removed the
     * entry.
     */
    public boolean hasThawed(KnownViolation known, Set<String> branches) {
        return runs.stream()
                .filter(past -> branches.contains(past.run().branch()))
                .filter(past ->
                        past.run().at().atZone(ZoneOffset.UTC).toLocalDate().isAfter(known.since()))
                .anyMatch(past -> past.isHeld(known.model(), known.check()));
    }

    private Optional<PastRun> last(Predicate<PastRun> wanted) {
        Stream<PastRun> fitting = runs.stream().filter(wanted);
        return fitting.reduce((earlier, later) -> later);
    }
}
