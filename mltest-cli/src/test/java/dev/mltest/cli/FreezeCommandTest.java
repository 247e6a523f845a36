package dev.mltest.cli;

import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mltest.baseline.Baseline;
import dev.mltest.baseline.KnownViolation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FreezeCommandTest {

    private static final String TODAY = "2026-11-21";
    private static final String[] WHY = {"--reason=waits for the head", "--until=2026-12-31"};

    @TempDir
    Path directory;

    private Shop shop;
    private Path results;

    @BeforeEach
    void a_run_with_violations() {
        shop = new Shop(directory);
        results = shop.results(
                "run",
                violated("cnn", "a", 0.5),
                violated("cnn", "a", 0.25),
                violated("cnn", "b"),
                violated("mlp", "a"),
                held("mlp", "b"));
    }

    @Test
    void present_violations_are_frozen_and_told() {
        Ran ran = shop.freeze(TODAY, results, WHY);

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .hasSize(3)
                .first()
                .isEqualTo("mltest: 'a' of 'cnn' is frozen until 2026-12-31 in " + shop.baseline());
        assertThat(Baseline.read(shop.baseline()).entries())
                .extracting(KnownViolation::model, KnownViolation::check, KnownViolation::reason)
                .containsExactly(
                        tuple("cnn", "a", "waits for the head"),
                        tuple("cnn", "b", "waits for the head"),
                        tuple("mlp", "a", "waits for the head"));
    }

    @Test
    void one_check_of_one_model_is_frozen_alone() {
        shop.freeze(TODAY, results, "--check=a", "--model=cnn", WHY[0], WHY[1]);

        assertThat(Baseline.read(shop.baseline()).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.isAbout("cnn", "a")).isTrue());
    }

    @Test
    void what_was_frozen_before_stays() {
        shop.freeze(TODAY, results, "--check=b", WHY[0], "--until=2027-01-31");

        shop.freeze(TODAY, results, "--check=a", WHY[0], WHY[1]);

        assertThat(Baseline.read(shop.baseline()).entries()).hasSize(3);
    }

    @Test
    void where_nothing_is_violated_nothing_is_frozen() {
        Ran ran = shop.freeze(TODAY, shop.results("sound", held("cnn", "a")), WHY);

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("mltest: nothing is violated");
        assertThat(shop.baseline()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--check=c | --reason=r | --until=2026-12-31 | there is no verdict of 'c' on any model",
                "--check=a | --reason=  | --until=2026-12-31 | is frozen without a reason",
                "--check=a | --reason=r | --until=2026-11-20 | name a day from 2026-11-21 on",
                "--check=a | --reason=r | --until=soon | Invalid value for option '--until'",
                "--check=a | --reason=r | --model=cnn | Missing required option: '--until=YYYY-MM-DD'",
                "--check=a | --model=cnn | --until=2026-12-31 | Missing required option: '--reason=TEXT'"
            })
    void misuse_ends_with_2(String first, String second, String third, String message) {
        Ran ran = shop.freeze(TODAY, results, first, second, third);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
        assertThat(shop.baseline()).doesNotExist();
    }

    @Test
    void a_baseline_that_is_something_else_is_left_alone() throws IOException {
        Files.writeString(shop.baseline(), "{}");

        Ran ran = shop.freeze(TODAY, results, WHY);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("configuration: '" + shop.baseline());
        assertThat(shop.baseline()).hasContent("{}");
    }

    @Test
    void a_place_that_cannot_be_written_to_ends_with_2() throws IOException {
        Path taken = Files.createFile(directory.resolve("taken"));

        Ran ran = Ran.of(
                new FreezeCommand(Ran.on(TODAY)),
                results.toString(),
                "--baseline=" + taken.resolve("b.json"),
                WHY[0],
                WHY[1]);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("configuration: cannot write")
                .contains("name a place that can be written to");
    }
}
