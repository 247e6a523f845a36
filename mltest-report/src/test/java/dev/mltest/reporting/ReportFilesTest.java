package dev.mltest.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import dev.mltest.baseline.KnownViolation;
import dev.mltest.report.Reported;
import dev.mltest.report.VerdictFile;
import dev.mltest.reporting.history.Comparison;
import dev.mltest.reporting.history.Comparison.Change;
import dev.mltest.reporting.history.Comparison.Drift;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.RunInfo;
import dev.mltest.reporting.results.Suite;
import dev.mltest.reporting.view.ReportContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ReportFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate SINCE = LocalDate.parse("2026-11-01");

    @TempDir
    Path directory;

    @Test
    void no_text_of_a_user_becomes_markup() throws IOException {
        write(List.of(Reports.violated(Reports.HOSTILE, "a-check")), everything());

        assertThat(html())
                .doesNotContain("<script>window")
                .doesNotContain("<img src=x")
                .doesNotContain("<!-- ")
                .contains("&lt;script&gt;window.injected");
        assertThat(markdown().replaceAll("(?s)```text.*?\n```\n", ""))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @Test
    void the_json_obeys_its_schema_whatever_the_numbers() throws IOException {
        write(
                List.of(
                        Reports.violated(Reports.HOSTILE, "a-check"),
                        Reports.held("model", "b-check"),
                        Reports.notApplicable("model", "c-check")),
                everything());

        assertThat(schema().validate(json())).isEmpty();
        JsonNode rows = json().at("/models/0/checks/0/measurements");
        assertThat(rows.findValuesAsText("value"))
                .containsExactly("NaN", "Infinity", "-Infinity", "-1.0");
    }

    @Test
    void the_schema_refuses_what_is_no_report() throws IOException {
        write(List.of(Reports.held("model", "a-check")), Reports.context());
        JsonNode passed = JSON.readTree(json().toString().replace("\"held\",", "\"passed\","));

        assertThat(schema().validate(JSON.readTree("{}"))).isNotEmpty();
        assertThat(passed).isNotEqualTo(json());
        assertThat(schema().validate(passed)).isNotEmpty();
    }

    @Test
    void what_is_not_applicable_is_never_counted_as_held() throws IOException {
        write(
                List.of(Reports.notApplicable("model", "a"), Reports.notApplicable("model", "b")),
                Reports.context());

        assertThat(json().at("/summary/held").asInt()).isZero();
        assertThat(json().at("/summary/notApplicable").asInt()).isEqualTo(2);
        assertThat(markdown()).contains("**0 violated, 0 held, 2 not applicable**");
        assertThat(html()).contains("No claim was judged");
    }

    @Test
    void a_frozen_violation_is_known_until_its_day_is_over() throws IOException {
        List<Reported> verdicts =
                List.of(Reports.violated("model", "a"), Reports.violated("model", "b"));
        write(
                verdicts,
                new ReportContext(
                        Reports.context().run(),
                        List.of(),
                        List.of(
                                new KnownViolation(
                                        "model", "a", "old", SINCE, LocalDate.parse("2026-11-21")),
                                new KnownViolation(
                                        "model",
                                        "b",
                                        "late",
                                        SINCE,
                                        LocalDate.parse("2026-11-20")))));

        assertThat(json().at("/summary/known").asInt()).isEqualTo(1);
        assertThat(json().at("/models/0/checks/0/frozen").asBoolean()).isTrue();
        assertThat(json().at("/models/0/checks/1/frozen").asBoolean()).isFalse();
        assertThat(html())
                .contains("accepted until 2026-11-21: old")
                .contains("was accepted until 2026-11-20: late");
    }

    @Test
    void what_has_changed_and_moved_is_told() throws IOException {
        write(List.of(Reports.violated("model", "a")), everything());

        assertThat(html())
                .contains("Changed since branch main", "badge new", ">0.25<", "not judged");
        assertThat(markdown()).contains("Changed since branch main", "| model | a | verdict |");
        assertThat(json().at("/models/0/checks/0/new").asBoolean()).isTrue();
    }

    @Test
    void a_directory_of_results_becomes_a_report() throws IOException {
        Reported verdict = Reports.held("digits", "a-check");
        VerdictFile.write(directory.resolve("DigitsTest.verdicts.json"), List.of(verdict));

        Results results = Results.read(List.of(directory));
        RunInfo run = new RunInfo(Instant.now(), "main", "1a2b3c4");
        ReportFiles.write(directory, results, new ReportContext(run, List.of(), List.of()));

        assertThat(html()).contains("digits", "a-check", "1a2b3c4");
    }

    @Test
    void nothing_at_all_is_a_report_as_well() throws IOException {
        ReportFiles.write(directory, new Results(List.of()), Reports.context());

        assertThat(html()).contains("Nothing was judged");
        assertThat(schema().validate(json())).isEmpty();
    }

    @Test
    void evidence_that_cannot_be_read_costs_the_plots_only() throws IOException {
        Path broken = Files.writeString(directory.resolve("suite.cpu.json"), "{");
        Suite suite = new Suite("suite", List.of(Reports.held("model", "a")), List.of(broken));
        ReportFiles.write(directory, new Results(List.of(suite)), Reports.context());

        assertThat(html()).contains("Some plots are missing.", "holds no readable evidence");
    }

    @Test
    void hundreds_of_verdicts_are_all_there() throws IOException {
        write(
                IntStream.range(0, 700)
                        .mapToObj(i -> Reports.held("model-" + i % 7, "check-" + i))
                        .toList(),
                Reports.context());

        assertThat(html().split("<details class=\"check ")).hasSize(701);
        assertThat(json().at("/models").size()).isEqualTo(7);
    }

    @Test
    void nothing_is_left_beside_the_three_files() throws IOException {
        write(List.of(Reports.held("model", "a")), Reports.context());

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.html", "report.md", "report.json");
        }
    }

    private void write(List<Reported> verdicts, ReportContext context) {
        Results results = new Results(List.of(new Suite("suite", verdicts, List.of())));
        ReportFiles.write(directory, results, context);
    }

    private static ReportContext everything() {
        Comparison comparison = new Comparison(
                "branch main",
                List.of(
                        new Change("model", "a", "held", "violated"),
                        new Change(Reports.HOSTILE, "b", "", "held")),
                List.of(new Drift("model", "a", Reports.HOSTILE, "loss", 0.25, Double.NaN)));
        return new ReportContext(
                new RunInfo(Reports.context().run().at(), Reports.HOSTILE, Reports.HOSTILE),
                List.of(comparison),
                List.of(new KnownViolation(
                        Reports.HOSTILE, "a-check", Reports.HOSTILE, SINCE, SINCE)));
    }

    private String html() throws IOException {
        return Files.readString(directory.resolve("report.html"));
    }

    private String markdown() throws IOException {
        return Files.readString(directory.resolve("report.md"));
    }

    private JsonNode json() throws IOException {
        return JSON.readTree(directory.resolve("report.json").toFile());
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream file = ReportFiles.class.getResourceAsStream("report.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(file);
        }
    }
}
