package dev.mltest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Subject;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

class FailureTextTest {

    private static final Bound SMALL = Bound.atMost(1, "where it comes from");

    @Test
    void shows_the_ten_worst_and_counts_the_rest() {
        Examination examination = Examination.of("weights", "are off").under("3 batches");
        for (int i = 0; i < 13; i++) {
            examination.measure("layer" + i + "/weight", "error", 100 - i, SMALL);
        }

        Approved.verify("failure-text.many-violations", text(examination.outcome(), 42));
    }

    @Test
    void shows_eight_clues_and_counts_the_rest() {
        Examination examination =
                Examination.ofOne("the weight is off").measure("loss", "error", 5, SMALL);
        for (int i = 0; i < 10; i++) {
            examination.clue("fact " + i);
        }

        Approved.verify("failure-text.many-clues", text(examination.outcome(), 1, 2));
    }

    @Test
    void says_that_nothing_was_examined() {
        Approved.verify(
                "failure-text.nothing-examined",
                text(Examination.of("weights", "are off").outcome(), 1));
    }

    @Test
    void is_of_violations_only() {
        assertThatThrownBy(() -> text(new Outcome.NotApplicable("too dark"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("some-check is not violated");
    }

    @Test
    void ends_without_a_line_break() {
        assertThat(text(Examination.of("weights", "are off").outcome(), 1)).doesNotEndWith("\n");
    }

    @Test
    void no_approved_text_is_wider_than_100_columns() throws IOException {
        try (Stream<Path> texts = Files.list(Path.of("src/test/resources/approved"))) {
            assertThat(texts.filter(FailureTextTest::isFailure).flatMap(FailureTextTest::lines))
                    .isNotEmpty()
                    .allMatch(line -> line.length() <= 100);
        }
    }

    /** The table of verdicts is as wide as it is. */
    private static boolean isFailure(Path file) {
        return !file.endsWith("verdict-table.txt");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Outcome outcome, long... seeds) {
        return FailureText.of(
                new CheckReport(
                        new Subject("model", Task.regression(), "plain Java, cpu"),
                        "some-check",
                        "should be fine",
                        "fine things last",
                        outcome,
                        Arrays.stream(seeds).boxed().toList(),
                        Price.FREE,
                        0,
                        0),
                "mvn test");
    }
}
