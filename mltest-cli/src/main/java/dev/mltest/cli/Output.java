package dev.mltest.cli;

import dev.mltest.preflight.PreflightResult;
import dev.mltest.report.ResultsDirectory;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a sanity run leaves: verdicts on the output stream, and a report if one was asked for.
 *
 * @param out for verdicts
 * @param err for everything else
 * @param report the directory of the report
 */
record Output(PrintWriter out, PrintWriter err, Optional<Path> report) {

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
            err.println("report: " + directory);
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

    private static void write(Path directory, PreflightResult result) {
        result.write(directory);
    }
}
