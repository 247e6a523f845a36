package dev.mltest.reporting.history;

import static dev.mltest.reporting.Runs.on;
import static dev.mltest.reporting.Runs.results;
import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.notApplicable;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mltest.baseline.KnownViolation;
import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.model.ConfigurationException;
import dev.mltest.reporting.history.Comparison.Change;
import dev.mltest.reporting.results.RunInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class HistoryTest {

    @TempDir
    Path directory;

    @Test
    void a_run_is_read_as_it_was_appended() {
        append(on("main", 0), violated("m", "a", 0.5, Double.NaN), held("m", "b", 3));

        PastRun run = History.in(directory).runs().get(0);

        assertThat(run.run()).isEqualTo(on("main", 0));
        assertThat(run.verdict("m", "a").orElseThrow().violated())
                .containsExactly("layer0", "layer1");
        assertThat(run.verdict("m", "b").orElseThrow().measured().orElseThrow())
                .satisfies(row -> assertThat(row.value()).isEqualTo(3))
                .satisfies(row -> assertThat(row.allowed()).isEqualTo(Bound.above(1, "made up")));
    }

    @Test
    void a_file_is_named_by_time_and_commit() throws IOException {
        append(new RunInfo(Instant.parse("2026-11-21T12:00:00.5Z"), "main", "../c0ffee0123456789"));

        assertThat(names())
                .singleElement()
                .asString()
                .matches("2026-11-21T120000\\.500Z-c0ffee012345-[0-9a-f]{8}\\.json");
    }

    @Test
    void two_shards_that_end_at_the_same_moment_are_both_kept() {
        append(on("main", 0), held("m", "a"));
        append(on("main", 0), held("m", "b"));

        assertThat(History.in(directory).runs()).hasSize(2);
    }

    @Test
    void the_first_run_has_nothing_to_compare_with() {
        assertThat(History.in(directory.resolve("new")).compare(on("main", 0), results(), "main"))
                .isEmpty();
    }

    @Test
    void a_comparison_tells_what_is_new_fixed_and_missed() {
        append(
                on("main", 0),
                held("m", "broken"),
                violated("m", "mended"),
                held("m", "unlooked-at"),
                held("m", "gone"),
                held("m", "same"));

        List<Comparison> comparisons = History.in(directory)
                .compare(
                        on("main", 1),
                        results(
                                held("m", "mended"),
                                held("m", "same"),
                                held("m", "added"),
                                notApplicable("m", "unlooked-at"),
                                violated("m", "broken"),
                                violated("m", "added-broken")),
                        "");

        assertThat(comparisons).extracting(Comparison::against).containsExactly("the last run");
        assertThat(comparisons.get(0).changes())
                .containsExactly(
                        new Change("m", "broken", "held", "violated"),
                        new Change("m", "added-broken", "", "violated"),
                        new Change("m", "mended", "violated", "held"),
                        new Change("m", "unlooked-at", "held", "not applicable"),
                        new Change("m", "gone", "held", ""),
                        new Change("m", "added", "", "held"));
        assertThat(comparisons.get(0).drifts()).isEmpty();
    }

    @Test
    void a_measurement_that_moved_is_a_drift() {
        append(on("main", 0), held("m", "a", 3), held("m", "b", 3));

        List<Comparison> comparisons = History.in(directory)
                .compare(on("main", 1), results(held("m", "a", 2), held("m", "b", 3.000001)), "");

        assertThat(comparisons.get(0).changes()).isEmpty();
        assertThat(comparisons.get(0).drifts())
                .extracting(Comparison.Drift::check)
                .containsExactly("a");
    }

    @Test
    void a_branch_is_compared_with_its_own_last_run_and_with_the_baseline() {
        append(on("main", 0), held("m", "a"));
        append(on("fix", 1), violated("m", "a"));
        append(on("other", 2), notApplicable("m", "a"));

        assertThat(History.in(directory).compare(on("fix", 3), results(held("m", "a")), "main"))
                .extracting(
                        Comparison::against, comparison -> comparison.changes().size())
                .containsExactly(tuple("the last run", 1), tuple("branch main", 0));
    }

    @Test
    void the_same_run_is_not_compared_with_twice() {
        append(on("main", 0), held("m", "a"));

        assertThat(History.in(directory).compare(on("main", 1), results(), "main"))
                .hasSize(1);
    }

    @Test
    void to_run_a_commit_again_does_not_make_its_violations_old() {
        append(on("main", 0), held("m", "a"));
        append(on("main", 1), violated("m", "a"));

        History history = History.in(directory);

        assertThat(history.lastOf("main", on("main", 1)).orElseThrow().run())
                .isEqualTo(on("main", 0));
        assertThat(history.lastOf("main", on("main", 2)).orElseThrow().run())
                .isEqualTo(on("main", 1));
    }

    @Test
    void what_held_after_it_was_frozen_has_thawed() {
        append(on("main", 24), held("m", "a"));
        History history = History.in(directory);

        assertThat(history.hasThawed(frozen("a", "2026-11-21"), Set.of("main"))).isTrue();
        assertThat(history.hasThawed(frozen("a", "2026-11-22"), Set.of("main"))).isFalse();
        assertThat(history.hasThawed(frozen("b", "2026-11-21"), Set.of("main"))).isFalse();
        assertThat(history.hasThawed(frozen("a", "2026-11-21"), Set.of("fix"))).isFalse();
    }

    @Test
    void what_was_violated_under_one_of_the_seeds_has_not() {
        append(on("main", 24), held("m", "a"), violated("m", "a"));

        assertThat(History.in(directory).hasThawed(frozen("a", "2026-11-21"), Set.of("main")))
                .isFalse();
    }

    @Test
    void torn_and_foreign_files_are_left_alone_and_told() throws IOException {
        append(on("main", 0), held("m", "a"));
        Path whole = directory.resolve(names().get(0));
        Path torn = directory.resolve("torn.json");
        Path foreign = directory.resolve("package.json");
        Files.writeString(torn, Files.readString(whole).substring(0, 100));
        Files.writeString(foreign, "{}");
        Files.writeString(directory.resolve("README.md"), "# Runs");

        History history = History.in(directory);
        history.append(on("main", 1), results());

        assertThat(history.runs()).hasSize(1);
        assertThat(history.warnings())
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning)
                        .isEqualTo("'%s' holds no past run of version 1; remove it from"
                                        .formatted(foreign)
                                + " the history if nobody needs it"))
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("'%s' holds no readable past run".formatted(torn)));
        assertThat(names()).hasSize(5);
    }

    @Test
    void a_history_that_is_no_directory_is_a_configuration_error() throws IOException {
        Path file = Files.createFile(directory.resolve("history"));

        assertThatThrownBy(() -> History.in(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: the history '%s' is no directory that can be read;"
                                .formatted(file)
                        + " name one");
    }

    @Test
    void the_oldest_runs_are_removed_and_nothing_else() throws IOException {
        Files.writeString(directory.resolve("0-foreign.json"), "{}");
        History history = History.in(directory);

        IntStream.range(0, RunFiles.MOST_RUNS + 3)
                .forEach(hour -> history.append(on("main", hour), results(held("m", "a"))));

        assertThat(names()).hasSize(RunFiles.MOST_RUNS + 1).contains("0-foreign.json");
        assertThat(History.in(directory).runs().get(0).run()).isEqualTo(on("main", 3));
    }

    private void append(RunInfo run, CheckReport... reports) {
        History.in(directory).append(run, results(reports));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static KnownViolation frozen(String check, String since) {
        LocalDate day = LocalDate.parse(since);
        return new KnownViolation("m", check, "soon", day, day.plusDays(30));
    }
}
