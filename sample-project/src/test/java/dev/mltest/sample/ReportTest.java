package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.Reported;
import dev.mltest.reporting.RecordedRun;
import dev.mltest.reporting.ReportFiles;
import dev.mltest.reporting.browser.Browser;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.RunInfo;
import dev.mltest.reporting.view.ReportContext;
import dev.mltest.sample.broken.djl.BrokenTwins;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report of healthy models and their broken twins, opened as a reader opens it. */
class ReportTest {

    private static final Path KEPT = Path.of("target", "report");

    @TempDir
    Path results;

    static Stream<ModelUnderTest> models() {
        return Stream.concat(
                Stream.of(
                        new ShapeClassifierTest().model(),
                        new LanguageIdentifierTest().model(),
                        new AreaEstimatorTest().model()),
                BrokenTwins.all().stream());
    }

    @Test
    void shows_every_verdict_and_every_plot_without_a_complaint_or_a_request() {
        try (Browser browser = Browser.start()) {
            List<Reported> verdicts = new ArrayList<>();
            models().forEach(model -> verdicts.addAll(RecordedRun.write(results, model)));
            ReportFiles.write(
                    KEPT,
                    Results.read(List.of(results)),
                    new ReportContext(new RunInfo(Instant.now(), "", ""), List.of(), List.of()));

            browser.open(KEPT.resolve("report.html"));
            browser.drawEverything();

            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).noneMatch(url -> url.startsWith("http"));
            assertThat(browser.count("return document.querySelectorAll('.chart svg').length"))
                    .isEqualTo(browser.all(".chart").size())
                    .isGreaterThan(8 * models().count() - 1);
            assertThat(browser.all(".pictures img")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(shown(browser)).isEqualTo(expected(verdicts));
        }
    }

    private static Map<String, Long> expected(List<Reported> verdicts) {
        return counted(verdicts.stream()
                .map(verdict -> "%s %s %s"
                        .formatted(
                                verdict.report().subject().model(),
                                verdict.report().checkId(),
                                verdict.report().outcome().label())));
    }

    private static Map<String, Long> shown(Browser browser) {
        return counted(browser.text("return [...document.querySelectorAll('.check')].map(check =>"
                        + " ['.claim b', '.name', '.outcome'].map(part =>"
                        + " check.querySelector(part).textContent).join(' ')).join('\\n')")
                .lines());
    }

    private static Map<String, Long> counted(Stream<String> lines) {
        return lines.collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    }
}
