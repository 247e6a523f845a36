package dev.mltest.cli;

import dev.mltest.baseline.Baseline;
import dev.mltest.preflight.PreflightResult;
import dev.mltest.report.ResultsDirectory;
import dev.mltest.reporting.ReportFiles;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.RunInfo;
import dev.mltest.reporting.view.ReportContext;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a sanity run leaves: verdicts on the output stream, and a report if one was asked for.
 *
 * @param out for verdicts
 * @param err for everything else
 * @param report the directory of the report
 * @param known violations that are frozen
 */
record Output(PrintWriter out, PrintWriter err, Optional<Path> report, Baseline known) {

    /** Refuses a report that cannot be written before anything is run. */
    Output {
        report.map(ResultsDirectory::new)
                .ifPresent(directory -> directory.requireWritable("--report"));
    }

    /** The run came to its end. */
    void ended(PreflightResult result) {
        out.println(result.text());
        report.ifPresent(directory -> {
            write(directory, result);
            err.println("report: " + directory.resolve("report.html"));
        });
        out.flush();
        err.flush();
    }

    /** The run was cut off: what is known until now is kept. */
    void interrupted(PreflightResult soFar) {
        err.println();
        err.println("interrupted; this is what was found so far");
        ended(soFar.interrupted());
    }

    private void write(Path directory, PreflightResult result) {
        result.write(directory);
        RunInfo run = new RunInfo(Instant.now(), "", "");
        ReportFiles.write(
                directory,
                Results.read(List.of(directory)),
                new ReportContext(run, List.of(), known.entries()));
    }
}
