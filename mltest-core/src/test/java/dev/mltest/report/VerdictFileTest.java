package dev.mltest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Bound;
import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Finding;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Subject;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.SourceLine;
import dev.mltest.model.Task;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

class VerdictFileTest {

    private static final Subject SUBJECT = new Subject("model", Task.regression(), "somewhere");

    @TempDir
    Path directory;

    @Test
    void verdicts_are_read_as_they_were_written() {
        ModelUnderTest model = ReferenceModel.classifier()
                .after("relu", Layers.centreByBatch("mixer", 24))
                .build();
        List<Reported> verdicts = verdicts(model);
        Path file = directory.resolve("verdicts.json");

        VerdictFile.write(file, verdicts);

        assertThat(VerdictFile.read(file)).isEqualTo(verdicts);
        assertThat(verdicts)
                .extracting(verdict -> verdict.report().outcome().label())
                .contains("held", "violated", "not applicable");
    }

    private static List<Reported> verdicts(ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            List<CheckReport> reports = runner.run(DefaultChecks.suite(), 42);
            List<CheckReport> violated = reports.stream()
                    .filter(report -> report.outcome() instanceof Outcome.Violated)
                    .toList();
            Diagnosis diagnosis = new Diagnosis(List.of(
                    new Finding("a", "it is a", "place", Finding.Standing.CONFIRMED, "measured")));
            return reports.stream()
                    .map(report -> new Reported(
                            report,
                            violated.contains(report) ? diagnosis : Diagnosis.nothing(),
                            "mvn test -Dmltest.seed=42",
                            model.describedAt()))
                    .toList();
        }
    }

    @Test
    void numbers_that_are_none_are_kept() {
        Measurement nan = new Measurement("a/b", "x", Double.NaN, Bound.finite("it must be"));
        Measurement far = new Measurement(
                "a/b", "y", Double.NEGATIVE_INFINITY, Bound.above(-1e-300, "so it is"));
        Reported verdict = reported(
                new Outcome.Violated("two", List.of(nan, far), 2, List.of(), OptionalInt.of(17)));
        Path file = directory.resolve("verdicts.json");

        VerdictFile.write(file, List.of(verdict));

        assertThat(VerdictFile.read(file)).containsExactly(verdict);
    }

    @Test
    void of_many_that_hold_the_closest_are_kept() {
        List<Measurement> many = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> new Measurement("p" + i, "x", i, Bound.above(0, "they are")))
                .toList();
        Path file = directory.resolve("verdicts.json");

        VerdictFile.write(file, List.of(reported(new Outcome.Held(many, ""))));

        Outcome.Held held =
                (Outcome.Held) VerdictFile.read(file).get(0).report().outcome();
        assertThat(held.examined()).hasSize(VerdictJson.MOST_HELD).isEqualTo(many.subList(0, 100));
    }

    private static Reported reported(Outcome outcome) {
        CheckReport report = new CheckReport(
                SUBJECT, "a-check", "should", "it must", outcome, List.of(1L), Price.FREE, 0.5, 0);
        return new Reported(
                report,
                Diagnosis.nothing(),
                "again",
                Optional.of(new SourceLine("org.shop.ModelTest", "ModelTest.java", 12)));
    }

    @Test
    void a_model_knows_the_line_that_describes_it() {
        Optional<SourceLine> line = ModelUnderTest.named("m", (seed, device) -> {
                    throw new AssertionError("not made");
                })
                .task(Task.regression())
                .trainingData(ReferenceModel.regressor().build().trainingData())
                .build()
                .describedAt();

        assertThat(line.orElseThrow().path()).isEqualTo("dev/mltest/report/VerdictFileTest.java");
        assertThat(line.orElseThrow().className()).isEqualTo(VerdictFileTest.class.getName());
        assertThat(line.orElseThrow().line()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                         | holds no verdicts of version 2
            {                                                          | no readable verdicts
            {"format": "mltest-verdicts", "version": 2}                | no readable verdicts
            {"format": "mltest-verdicts", "version": 2, "verdicts": [{}]} | no readable verdicts
            """)
    void other_files_are_refused(String content, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("verdicts.json"), content);

        assertThatThrownBy(() -> VerdictFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> VerdictFile.read(directory.resolve("none.json")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("check the path");
    }
}
