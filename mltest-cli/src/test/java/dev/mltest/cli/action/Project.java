package dev.mltest.cli.action;

import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Subject;
import dev.mltest.model.SourceLine;
import dev.mltest.model.Task;
import dev.mltest.report.Reported;
import dev.mltest.report.VerdictFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A user's project in a workspace. Its build tool runs nothing: it notes what it was asked for,
 * lays the verdicts of the shard where it was told to, and ends as it was told to.
 */
final class Project {

    private static final String SOURCES = "src/test/java/com/acme";
    private static final String BUILD_TOOL = """
            #!/usr/bin/env bash
            set -euo pipefail
            printf '%s\\n' "$@" >arguments.txt
            shard=whole
            for argument in "$@"; do
              case $argument in
                -Dmltest.evidence=*) evidence=${argument#*=} ;;
                -Dmltest.shard=*) shard=${argument#*=} shard=${shard/\\//-of-} ;;
              esac
            done
            cp "verdicts/$shard/"* "$evidence" 2>/dev/null || true
            exit "$(cat status.txt)"
            """;

    private final Path directory;

    private Project(Path directory) {
        this.directory = directory;
    }

    static Project in(Path directory) throws IOException {
        Project project = new Project(directory);
        for (String tool : List.of("mvnw", "gradlew")) {
            Files.writeString(directory.resolve(tool), BUILD_TOOL);
            directory.resolve(tool).toFile().setExecutable(true);
        }
        Files.createDirectories(directory.resolve(SOURCES));
        return project.endingWith(0);
    }

    /** The build tool's exit status. */
    Project endingWith(int status) throws IOException {
        Files.writeString(directory.resolve("status.txt"), Integer.toString(status));
        return this;
    }

    /** A class whose only verdict is that this check holds, or not. */
    Project with(String shard, String model, boolean isHeld) throws IOException {
        Path verdicts = Files.createDirectories(directory.resolve("verdicts").resolve(shard));
        Files.writeString(
                directory.resolve(SOURCES).resolve("%sTest.java".formatted(model)),
                "package com.acme;\n");
        VerdictFile.write(
                verdicts.resolve("com.acme.%sTest.verdicts.json".formatted(model)),
                List.of(verdict(model, isHeld)));
        return this;
    }

    List<String> arguments() throws IOException {
        return Files.readAllLines(directory.resolve("arguments.txt"));
    }

    private static Reported verdict(String model, boolean isHeld) {
        Bound bound = Bound.above(0, "exact");
        Measurement measured =
                new Measurement("head/weight", "max |dloss/dw|", isHeld ? 0.5 : 0, bound);
        Outcome outcome = isHeld
                ? new Outcome.Held(List.of(measured), "")
                : new Outcome.Violated(
                        "1 of 1 received none",
                        List.of(measured),
                        1,
                        List.of(),
                        OptionalInt.empty());
        CheckReport report = new CheckReport(
                new Subject(model, Task.regression(), "somewhere"),
                "gradients-reach-every-parameter",
                "should send a gradient to every trainable parameter",
                "a parameter that never receives a gradient never learns",
                outcome,
                List.of(42L),
                Price.FREE,
                0.25,
                0);
        return new Reported(
                report,
                Diagnosis.nothing(),
                "mvn test -Dmltest.seed=42",
                Optional.of(new SourceLine(
                        "com.acme.%sTest".formatted(model), "%sTest.java".formatted(model), 7)));
    }
}
