package dev.mltest.cli;

import dev.mltest.reporting.results.Results;

import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;

/** Which results a command is about. */
final class ResultsParameter {

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "where verdicts are (-Dmltest.evidence=DIR), one for each shard")
    private List<Path> directories = List.of();

    List<Path> directories() {
        return directories;
    }

    Results read() {
        return Results.read(directories);
    }
}
