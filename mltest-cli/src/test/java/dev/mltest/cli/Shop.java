package dev.mltest.cli;

import dev.mltest.check.CheckReport;
import dev.mltest.report.VerdictFile;
import dev.mltest.testing.WrittenReports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A repository whose tests are run again and again.
 *
 * @param directory its root
 */
record Shop(Path directory) {

    /** What the tests of one run, or of a shard of it, left behind. */
    Path results(String name, CheckReport... reports) {
        Path results = directory.resolve(name);
        VerdictFile.write(
                results.resolve("org.shop.ModelTest.verdicts.json"),
                WrittenReports.reported(reports));
        return results;
    }

    Path baseline() {
        return directory.resolve("mltest-baseline.json");
    }

    Path history() {
        return directory.resolve("history");
    }

    Ran report(String day, Path results, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of(results.toString(), "--out", directory.resolve("report").toString()));
        arguments.addAll(List.of(more));
        return Ran.of(new ReportCommand(Ran.on(day)), arguments.toArray(String[]::new));
    }

    /** Reports what a branch is like at a commit, with a history. */
    Ran report(String day, String branch, String policy, CheckReport... reports) {
        return report(
                day,
                results(branch + day, reports),
                "--history=" + history(),
                "--branch=" + branch,
                "--commit=" + branch + day,
                "--against=main",
                "--fail-on=" + policy);
    }

    Ran freeze(String day, Path results, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(results.toString(), "--baseline=" + baseline()));
        arguments.addAll(List.of(more));
        return Ran.of(new FreezeCommand(Ran.on(day)), arguments.toArray(String[]::new));
    }
}
