package dev.mltest.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.CheckReport;
import dev.mltest.model.ConfigurationException;
import dev.mltest.testing.WrittenReports;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class BaselineFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 31);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void a_place() {
        file = directory.resolve("mltest-baseline.json");
    }

    @Test
    void a_file_is_read_as_it_was_written() {
        Baseline written = frozen("cnn", 3);

        written.write(file);

        assertThat(Baseline.read(file)).isEqualTo(written);
    }

    @Test
    void a_file_is_meant_to_be_read_by_people() {
        frozen("cnn", 1).write(file);

        assertThat(file).hasContent("""
                {
                  "format" : "mltest-baseline",
                  "version" : 1,
                  "entries" : [ {
                    "model" : "cnn",
                    "check" : "check-0",
                    "reason" : "soon",
                    "since" : "2026-11-21",
                    "until" : "2026-12-31"
                  } ]
                }
                """);
    }

    @Test
    void the_order_of_freezing_leaves_no_trace() throws IOException {
        Path other = directory.resolve("other.json");

        frozen("cnn", 1)
                .freeze(List.of(violated("mlp", 0)), "soon", LATER, TODAY)
                .write(file);
        frozen("mlp", 1)
                .freeze(List.of(violated("cnn", 0)), "soon", LATER, TODAY)
                .write(other);

        assertThat(file).hasSameTextualContentAs(other);
    }

    @Test
    void a_missing_file_is_a_configuration_error() {
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: cannot read '%s'; check the path, or freeze violations"
                                .formatted(file)
                        + " anew with 'mltest freeze'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"format\": \"mltest-bas | holds no readable baseline",
                "{} | holds no baseline of version 1",
                "[] | holds no baseline of version 1",
                "{\"format\": \"mltest-baseline\", \"version\": 2} | holds no baseline of version 1",
                "{\"format\": \"mltest-baseline\", \"version\": 1} | 'entries'",
                "{\"format\": \"mltest-baseline\", \"version\": 1, \"entries\": [null]} | problem",
                "ENTRY(\"check\": \"c\", \"since\": \"2026-11-21\", \"until\": \"2026-12-31\")"
                        + " | 'reason'",
                "ENTRY(\"check\": \"c\", \"reason\": \" \", \"since\": \"2026-11-21\", \"until\":"
                        + " \"2026-12-31\") | 'c' of model 'm' is frozen without a reason",
                "ENTRY(\"check\": \"c\", \"reason\": \"r\", \"since\": \"2026-11-21\", \"until\":"
                        + " \"soon\") | it is no date",
                "ENTRY(\"check\": \"c\", \"reason\": \"r\", \"since\": \"2026-11-21\", \"until\":"
                        + " \"2026-12-31\", \"@class\": \"java.io.File\") | @class"
            })
    void anything_else_is_a_configuration_error(String content, String reason) throws IOException {
        Files.writeString(file, content.strip().startsWith("ENTRY") ? entry(content) : content);

        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("configuration: '" + file + "'")
                .hasMessageContaining(reason.strip())
                .hasMessageEndingWith("; freeze violations anew with 'mltest freeze'");
    }

    private static String entry(String content) {
        String fields = content.substring(content.indexOf('(') + 1, content.lastIndexOf(')'));
        return """
                {"format": "mltest-baseline", "version": 1, "entries": [{"model": "m", %s}]}
                """.formatted(fields);
    }

    @Test
    void two_entries_for_one_thing_are_a_configuration_error() throws IOException {
        frozen("cnn", 2).write(file);
        Files.writeString(file, Files.readString(file).replace("check-1", "check-0"));

        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the baseline knows 'check-0' of model 'cnn' twice");
    }

    @Test
    void a_file_in_which_nothing_changes_is_not_touched() throws IOException {
        frozen("cnn", 2).write(file);
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, before);

        BaselineFile.update(file, baseline -> baseline.thawed(List.of()));

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }

    @Test
    void threads_that_thaw_at_the_same_time_lose_nothing() {
        frozen("cnn", 40).write(file);

        IntStream.range(0, 32).parallel().forEach(this::thaw);

        assertThat(Baseline.read(file).entries())
                .extracting(KnownViolation::check)
                .containsExactlyInAnyOrderElementsOf(names(32, 40));
    }

    @Test
    void processes_that_thaw_at_the_same_time_lose_nothing() throws Exception {
        frozen("cnn", 40).write(file);

        List<Process> processes = List.of(fork(0, 16), fork(16, 32));

        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
        }
        assertThat(Baseline.read(file).entries())
                .extracting(KnownViolation::check)
                .containsExactlyInAnyOrderElementsOf(names(32, 40));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    private Process fork(int from, int to) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Thawing.class.getName(),
                        file.toString(),
                        String.valueOf(from),
                        String.valueOf(to))
                .redirectErrorStream(true)
                .start();
    }

    private void thaw(int number) {
        Thawing.thaw(file, number);
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "check-" + i).toList();
    }

    private static Baseline frozen(String model, int checks) {
        return Baseline.empty()
                .freeze(
                        IntStream.range(0, checks)
                                .mapToObj(i -> violated(model, i))
                                .toList(),
                        "soon",
                        LATER,
                        TODAY);
    }

    private static CheckReport violated(String model, int number) {
        return WrittenReports.violated(model, "check-" + number);
    }

    /** What one of several processes does. */
    static final class Thawing {

        private Thawing() {}

        public static void main(String[] arguments) {
            IntStream.range(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                    .forEach(number -> thaw(Path.of(arguments[0]), number));
        }

        static void thaw(Path file, int number) {
            BaselineFile.update(
                    file,
                    baseline -> baseline.thawed(
                            List.of(WrittenReports.held("cnn", "check-" + number))));
        }
    }
}
