package dev.mltest.cli;

import dev.mltest.baseline.Baseline;
import dev.mltest.baseline.Thaw;
import dev.mltest.check.CheckReport;
import dev.mltest.report.Reported;
import dev.mltest.reporting.history.History;
import dev.mltest.reporting.results.Results;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Which violations are known. */
final class BaselineOption {

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "violations that are frozen; what holds again is taken out of it")
    private @Nullable Path file;

    /** Those that are known still: neither these results nor an earlier run show that it holds. */
    Baseline thawed(
            Results results,
            Optional<History> past,
            Set<String> branches,
            Consumer<String> console) {
        if (file == null) {
            return Baseline.empty();
        }
        List<CheckReport> reports =
                results.verdicts().stream().map(Reported::report).toList();
        Baseline all = Baseline.read(file);
        Baseline left = all.thawed(reports)
                .without(entry ->
                        past.filter(runs -> runs.hasThawed(entry, branches)).isPresent());
        Thaw.of(all.without(left.entries()::contains).entries(), file).forEach(console);
        return left;
    }
}
