package dev.mltest.reporting.gate;

import static dev.mltest.reporting.Runs.results;
import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.baseline.Baseline;
import dev.mltest.check.CheckReport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class AnnotationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path repository;

    @Test
    void a_violation_stands_at_the_line_that_describes_the_model() throws IOException {
        Path folder = Files.createDirectories(repository.resolve("src/test/java/org/shop"));
        Files.createFile(folder.resolve("ModelTest.java"));

        Annotations annotations = annotations(Policy.ANY, violated("cnn", "a"), held("cnn", "b"));

        assertThat(annotations.leftOut()).isZero();
        assertThat(annotations.lines())
                .singleElement()
                .asString()
                .startsWith("::error file=src/test/java/org/shop/ModelTest.java,line=12,"
                        + "title=cnn%3A a::cnn should have large layers%0A  because small ones")
                .contains("layer0   size = 0.5   allowed > 1%0A")
                .doesNotContain("\n");
    }

    @Test
    void without_a_file_a_violation_is_told_all_the_same() {
        assertThat(annotations(Policy.ANY, violated("cnn", "a")).lines().get(0))
                .startsWith("::error title=cnn%3A a::cnn should");
    }

    @Test
    void nothing_in_a_name_ends_the_command() {
        String name = "50%, of: it\r\n::error::x";

        assertThat(annotations(Policy.ANY, violated(name, "a")).lines())
                .singleElement()
                .asString()
                .startsWith(
                        "::error title=50%25%2C of%3A it%0D%0A%3A%3Aerror%3A%3Ax%3A a::50%25, of:")
                .doesNotContain("\n")
                .doesNotContain("\r");
    }

    @Test
    void what_does_not_decide_is_a_warning() {
        Baseline frozen = Baseline.empty()
                .freeze(List.of(violated("cnn", "a")), "soon", TODAY.plusDays(1), TODAY);

        assertThat(annotations(Policy.NEVER, violated("cnn", "a")).lines().get(0))
                .startsWith("::warning title=cnn%3A a::");
        assertThat(annotations(Policy.ANY, frozen, violated("cnn", "a")).lines().get(0))
                .startsWith("::warning title=cnn%3A a (frozen)::frozen since 2026-11-21, until"
                        + " 2026-11-22: soon%0A%0Acnn should");
    }

    @Test
    void the_ten_worst_are_shown_and_the_rest_is_counted() {
        CheckReport[] many = IntStream.rangeClosed(1, 13)
                .mapToObj(i -> violated("cnn", "check-" + i, 1.0 / (i + 1)))
                .toArray(CheckReport[]::new);

        Annotations annotations = annotations(Policy.ANY, many);

        assertThat(annotations.lines()).hasSize(10).allMatch(line -> line.startsWith("::error"));
        assertThat(annotations.lines().get(0)).contains("check-13");
        assertThat(annotations.lines().get(9)).contains("check-4");
        assertThat(annotations.leftOut()).isEqualTo(3);
    }

    @Test
    void a_long_text_is_cut() {
        String name = "x".repeat(100_000);

        assertThat(annotations(Policy.ANY, violated("cnn", "a"), violated(name, "a"))
                        .lines())
                .anySatisfy(
                        line -> assertThat(line).hasSizeGreaterThan(100_000).endsWith("%0A..."));
    }

    private Annotations annotations(Policy policy, CheckReport... reports) {
        return annotations(policy, Baseline.empty(), reports);
    }

    private Annotations annotations(Policy policy, Baseline baseline, CheckReport... reports) {
        return Annotations.of(
                new Gate(policy, baseline, TODAY, Optional.empty()).decide(results(reports)),
                SourceRoots.of(repository, List.of(repository)));
    }
}
