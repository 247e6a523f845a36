package dev.mltest.cli;

import dev.mltest.model.ConfigurationException;
import dev.mltest.reporting.gate.Policy;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.history.History;
import dev.mltest.reporting.history.PastRun;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.RunInfo;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which run it is, and where earlier ones are. */
final class HistoryOptions {

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "earlier runs; this one is added to them")
    private @Nullable Path directory;

    @Option(names = "--branch", paramLabel = "NAME", description = "of the sources")
    private String branch = "";

    @Option(names = "--commit", paramLabel = "SHA", description = "of the sources")
    private String commit = "";

    @Option(
            names = "--against",
            paramLabel = "BRANCH",
            description = "the baseline branch, whose last run is compared with as well")
    private String against = "";

    /**
     * Demands what a policy cannot do without.
     *
     * @throws ConfigurationException if it is missing
     */
    void requireFor(Policy policy) {
        if (policy == Policy.NEW && (directory == null || against.isEmpty())) {
            throw new ConfigurationException(
                    "--fail-on new needs earlier runs to compare with; write --history DIR --against"
                            + " BRANCH beside it");
        }
    }

    RunInfo run(Instant at) {
        return new RunInfo(at, branch, commit);
    }

    Optional<History> open() {
        return Optional.ofNullable(directory).map(History::in);
    }

    List<Comparison> compare(Optional<History> past, RunInfo run, Results results) {
        return past.map(runs -> runs.compare(run, results, against)).orElse(List.of());
    }

    Optional<PastRun> reference(Optional<History> past, RunInfo run) {
        return past.flatMap(runs -> runs.lastOf(against, run));
    }

    /** Where a check that held has been mended for this run. */
    Set<String> branches() {
        return against.isEmpty() || against.equals(branch)
                ? Set.of(branch)
                : Set.of(branch, against);
    }
}
