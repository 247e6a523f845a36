package dev.mltest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Recorded;
import dev.mltest.evidence.Subject;
import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.Mixing;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Task;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class EvidenceFileTest {

    private static final Subject SUBJECT = new Subject("model", Task.regression(), "somewhere");

    private static final String HEAD =
            "{\"format\": \"mltest-evidence\", \"version\": 1, \"subject\": {\"model\": \"m\","
                    + " \"task\": {\"kind\": \"regression\"}, \"provenance\": \"\"}, \"recordings\": ";

    @TempDir
    Path directory;

    @Nested
    class Judging_again {

        @Test
        void gives_the_same_outcomes_and_texts() {
            ReferenceModel faulty =
                    ReferenceModel.classifier().after("relu", Layers.centreByBatch("mixer", 24));
            Path file = directory.resolve("faulty.json");
            List<CheckReport> first = recorded(faulty, file);

            List<CheckReport> again = judged(EvidenceFile.read(file));

            assertThat(again).isEqualTo(first);
            assertThat(texts(again)).isEqualTo(texts(first)).isNotEmpty();
        }

        @Test
        void gives_the_same_table() {
            Path file = directory.resolve("correct.json");
            List<CheckReport> first = recorded(ReferenceModel.regressor(), file);

            assertThat(VerdictTable.of(judged(EvidenceFile.read(file))))
                    .isEqualTo(VerdictTable.of(first));
        }

        @Test
        void costs_nothing() {
            Path file = directory.resolve("correct.json");
            recorded(ReferenceModel.regressor(), file);
            EvidenceSource source = EvidenceFile.read(file);

            assertThat(DefaultChecks.suite().price(source)).isEqualTo(Price.FREE);
            assertThat(source.knows(new Mixing(), 0)).isTrue();
        }

        @Test
        void what_was_not_recorded_is_not_available() {
            Path file = directory.resolve("few.json");
            EvidenceFile.write(file, SUBJECT, List.of());

            assertThat(EvidenceFile.read(file).ask(new Mixing(), 7))
                    .isEqualTo(
                            new Answer.Unavailable<>("the recording holds no 'mixing' for seed 7"));
        }

        private List<CheckReport> recorded(ReferenceModel model, Path file) {
            try (Laboratory laboratory = new Laboratory(model.build())) {
                List<CheckReport> reports = judged(laboratory);
                EvidenceFile.write(file, laboratory.subject(), laboratory.recordings());
                return reports;
            }
        }

        private List<CheckReport> judged(EvidenceSource source) {
            return new CheckRunner(source, Budget.unlimited()).run(DefaultChecks.suite(), 3);
        }

        private List<String> texts(List<CheckReport> reports) {
            return reports.stream()
                    .filter(report -> report.outcome() instanceof Outcome.Violated)
                    .map(report -> FailureText.of(report, "mvn test"))
                    .toList();
        }
    }

    static Stream<Task> tasks() {
        return Stream.of(
                Task.classification(10),
                Task.classification(2).fromProbabilities(),
                Task.multiLabel(5),
                Task.binary().fromProbabilities(),
                Task.languageModel(50_000),
                Task.regression(),
                Task.reconstruction(),
                Task.custom("ranking"),
                Task.custom("ranking").lossStartsBetween(-0.0, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void every_task_comes_back(Task task) {
        Path file = directory.resolve("task.json");
        Subject subject = new Subject("näme \"quoted\"\n", task, "");

        EvidenceFile.write(file, subject, List.of());

        assertThat(EvidenceFile.read(file).subject()).isEqualTo(subject);
    }

    @Test
    void an_answer_that_could_not_be_had_comes_back_with_its_reason() {
        Path file = directory.resolve("unavailable.json");
        EvidenceFile.write(
                file,
                SUBJECT,
                List.of(new Recorded("mixing", 7, new Answer.Unavailable<>("no such thing"))));

        assertThat(EvidenceFile.read(file).ask(new Mixing(), 7))
                .isEqualTo(new Answer.Unavailable<>("no such thing"));
    }

    @Nested
    class Refuses {

        @Test
        void a_file_that_is_not_there() {
            Path file = directory.resolve("missing.json");

            refuses(file, "cannot read '%s'; check the path, or record it again");
        }

        @Test
        void a_directory() {
            refuses(directory, "cannot read '%s'; check the path, or record it again");
        }

        @Test
        void an_empty_file() throws IOException {
            refuses(containing(""), "'%s' holds no evidence of version 1; record it again");
        }

        @Test
        void json_of_another_kind() throws IOException {
            refuses(
                    containing("{\"format\": \"something\", \"version\": 1}"),
                    "'%s' holds no evidence of version 1; record it again");
        }

        @Test
        void another_version() throws IOException {
            refuses(
                    containing("{\"format\": \"mltest-evidence\", \"version\": 2}"),
                    "'%s' holds no evidence of version 1; record it again");
        }

        @Test
        void a_file_without_a_subject() throws IOException {
            refuses(
                    containing("{\"format\": \"mltest-evidence\", \"version\": 1}"),
                    "'%s' holds no readable evidence: No value for property 'subject' of"
                            + " `ObjectNode`; record it again");
        }

        @Test
        void text_that_is_not_json() throws IOException {
            refusesToRead(containing("hello"), "Unrecognized token 'hello'");
        }

        @Test
        void a_truncated_file() throws IOException {
            Path whole = directory.resolve("whole.json");
            EvidenceFile.write(whole, SUBJECT, List.of());
            String text = Files.readString(whole);

            refusesToRead(
                    containing(text.substring(0, text.length() / 2)), "Unexpected end-of-input");
        }

        @Test
        void a_task_of_an_unknown_kind() throws IOException {
            refusesToRead(
                    containing(HEAD.replace("regression", "magic") + "[]}"),
                    "Could not resolve type id 'magic' as a subtype of `dev.mltest.model.Task`");
        }

        @Test
        void an_answer_of_another_form() throws IOException {
            Path file = containing(
                    HEAD
                            + "[{\"question\": \"mixing\", \"seed\": 1,"
                            + " \"evidence\": {\"batchSize\": \"eight\"}, \"spent\": {}, \"seconds\": 0}]}");

            assertThatThrownBy(() -> EvidenceFile.read(file).ask(new Mixing(), 1))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(
                            "configuration: the recording of 'mixing' for seed 1 is not readable:"
                                    + " Cannot deserialize value of type `int` from String")
                    .hasMessageEndingWith("; record it again");
        }

        @Test
        void an_answer_that_lacks_a_field() throws IOException {
            Path file = containing(HEAD
                    + "[{\"question\": \"mixing\", \"seed\": 1,"
                    + " \"evidence\": {\"batchSize\": 8, \"outputs\": []},"
                    + " \"spent\": {\"forwards\": 1}, \"seconds\": 0}]}");

            assertThatThrownBy(() -> EvidenceFile.read(file).ask(new Mixing(), 1))
                    .isInstanceOf(ConfigurationException.class);
        }

        @Test
        void with_one_line() throws IOException {
            Path file = containing("hello");

            assertThatThrownBy(() -> EvidenceFile.read(file))
                    .hasMessageNotContaining("\n")
                    .hasMessageNotContaining("REDACTED");
        }

        private void refusesToRead(Path file, String what) {
            assertThatThrownBy(() -> EvidenceFile.read(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(
                            "configuration: '%s' holds no readable evidence: %s", file, what)
                    .hasMessageEndingWith("; record it again");
        }

        private void refuses(Path file, String message) {
            assertThatThrownBy(() -> EvidenceFile.read(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("configuration: " + message, file);
        }

        private Path containing(String text) throws IOException {
            return Files.writeString(directory.resolve("given.json"), text);
        }
    }

    @Nested
    class Writing {

        private final Recorded unwritable = new Recorded(
                "question", 1, new Answer.Seen<>(new Unwritable(new Object()), Price.FREE, 0));

        @Test
        void makes_the_directories_on_the_way() {
            Path file = directory.resolve("a/b/c.json");

            EvidenceFile.write(file, SUBJECT, List.of());

            assertThat(EvidenceFile.read(file).subject()).isEqualTo(SUBJECT);
        }

        @Test
        void replaces_an_older_file_and_leaves_nothing_else() {
            Path file = directory.resolve("evidence.json");
            EvidenceFile.write(file, SUBJECT, List.of());
            Subject newer = new Subject("newer", Task.regression(), "");

            EvidenceFile.write(file, newer, List.of());

            assertThat(EvidenceFile.read(file).subject()).isEqualTo(newer);
            assertThat(directory).isDirectoryContaining("glob:**evidence.json");
            assertThat(directory.toFile().list()).hasSize(1);
        }

        @Test
        void that_fails_leaves_the_old_file() {
            Path file = directory.resolve("evidence.json");
            EvidenceFile.write(file, SUBJECT, List.of());

            assertThatThrownBy(() -> EvidenceFile.write(file, SUBJECT, List.of(unwritable)))
                    .isInstanceOf(RuntimeException.class);

            assertThat(EvidenceFile.read(file).subject()).isEqualTo(SUBJECT);
            assertThat(directory.toFile().list()).hasSize(1);
        }

        @Test
        void over_a_directory_fails_and_leaves_nothing_behind() throws IOException {
            Path occupied = Files.createDirectories(directory.resolve("evidence.json/inside"))
                    .getParent();

            assertThatThrownBy(() -> EvidenceFile.write(occupied, SUBJECT, List.of()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write " + occupied);

            assertThat(directory.toFile().list()).containsExactly("evidence.json");
        }

        @Test
        void below_a_file_fails() throws IOException {
            Path file = Files.createFile(directory.resolve("file")).resolve("evidence.json");

            assertThatThrownBy(() -> EvidenceFile.write(file, SUBJECT, List.of()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write " + file);
        }
    }

    /** JSON has no form for a plain object. */
    private record Unwritable(Object value) implements Evidence {}
}
