package dev.mltest.reporting;

import dev.mltest.report.WholeFile;
import dev.mltest.reporting.page.HtmlReport;
import dev.mltest.reporting.page.JsonReport;
import dev.mltest.reporting.page.MarkdownReport;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.view.ReportContext;
import dev.mltest.reporting.view.ReportView;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A run's report in three forms: a page to look at, text for other pages, JSON for programs. */
public final class ReportFiles {

    private ReportFiles() {}

    /**
     * Writes {@code report.html}, {@code report.md} and {@code report.json}. Each appears whole or
     * not at all.
     *
     * @throws UncheckedIOException if they cannot be written
     */
    public static void write(Path directory, Results results, ReportContext context) {
        ReportView report = ReportView.of(results, context);
        write(directory.resolve("report.html"), HtmlReport.of(report));
        write(directory.resolve("report.md"), MarkdownReport.of(report));
        write(directory.resolve("report.json"), JsonReport.of(report));
    }

    private static void write(Path file, String content) {
        try {
            WholeFile.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the report " + file, failed);
        }
    }
}
