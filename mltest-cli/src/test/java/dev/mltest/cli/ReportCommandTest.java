package dev.mltest.cli;

import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.notApplicable;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.baseline.Baseline;
import dev.mltest.reporting.history.History;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReportCommandTest {

    private static final String TODAY = "2026-11-21";
    private static final String LATER = "2026-11-25";

    @TempDir
    Path directory;

    private Shop shop;

    @BeforeEach
    void a_repository() {
        shop = new Shop(directory);
    }

    @Test
    void what_holds_ends_with_0() {
        assertThat(shop.report(TODAY, shop.results("run", held("cnn", "a"))))
                .isEqualTo(ran(0, "mltest: everything that could be judged holds"));
    }

    @Test
    void a_violation_ends_with_1() {
        assertThat(shop.report(TODAY, shop.results("run", held("cnn", "a"), violated("cnn", "b"))))
                .isEqualTo(ran(1, "mltest: fails by policy 'any': 1 of 1 violation"));
    }

    @Test
    void what_is_never_to_fail_ends_with_0() {
        assertThat(shop.report(TODAY, shop.results("run", violated("cnn", "b")), "--fail-on=never"))
                .isEqualTo(ran(0, "mltest: passes by policy 'never' in spite of 1 violation"));
    }

    @Test
    void misuse_ends_with_2_and_one_line() {
        Ran missing = shop.report(TODAY, directory.resolve("missing"));
        Ran unclear = shop.report(TODAY, shop.results("run", held("cnn", "a")), "--fail-on=new");

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err().lines())
                .singleElement()
                .asString()
                .startsWith("configuration: cannot read the directory");
        assertThat(unclear.code()).isEqualTo(2);
        assertThat(unclear.err())
                .isEqualToIgnoringNewLines(
                        "configuration: --fail-on new needs earlier runs to compare with; write --history"
                                + " DIR --against BRANCH beside it");
    }

    @Test
    void a_policy_that_is_none_ends_with_2() {
        Ran ran = shop.report(TODAY, shop.results("run", held("cnn", "a")), "--fail-on=all");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("'all' is no policy; write any or new or never");
    }

    @Test
    void what_could_not_be_judged_ends_with_3_and_is_not_remembered() {
        Ran ran = shop.report(
                TODAY,
                shop.results("run", notApplicable("cnn", "a")),
                "--history=" + shop.history());

        assertThat(ran).isEqualTo(ran(3, "mltest: nothing could be judged"));
        assertThat(shop.history()).doesNotExist();
    }

    @Test
    void shards_count_together() {
        Path one = shop.results("one", held("cnn", "a"));
        Path two = shop.results("two", violated("mlp", "a"));

        assertThat(shop.report(TODAY, one).code()).isZero();
        assertThat(shop.report(TODAY, one, two.toString()).code()).isEqualTo(1);
    }

    @Test
    void only_new_violations_of_a_branch_fail() {
        shop.report(TODAY, "main", "any", violated("cnn", "old"), held("cnn", "b"));

        Ran same = shop.report(TODAY, "fix", "new", violated("cnn", "old"), held("cnn", "b"));
        Ran worse = shop.report(LATER, "fix", "new", violated("cnn", "old"), violated("cnn", "b"));

        assertThat(same.code()).isZero();
        assertThat(worse).isEqualTo(ran(1, "mltest: fails by policy 'new': 1 of 2 violations"));
        assertThat(History.in(shop.history()).runs()).hasSize(3);
    }

    @Test
    void on_the_first_run_every_violation_is_new() {
        assertThat(shop.report(TODAY, "main", "new", violated("cnn", "a")).code())
                .isEqualTo(1);
    }

    @Test
    void a_frozen_violation_does_not_fail_until_it_expires() {
        Path results = shop.results("run", violated("cnn", "a"));
        shop.freeze(TODAY, results, "--reason=soon", "--until=" + LATER);
        String baseline = "--baseline=" + shop.baseline();

        assertThat(shop.report(LATER, results, baseline).code()).isZero();
        assertThat(shop.report("2026-11-26", results, baseline).code()).isEqualTo(1);
    }

    @Test
    void what_holds_again_is_taken_out_of_the_baseline() {
        Path broken = shop.results("broken", violated("cnn", "a"), violated("cnn", "b"));
        shop.freeze(TODAY, broken, "--reason=soon", "--until=" + LATER);
        String baseline = "--baseline=" + shop.baseline();

        Ran mended = shop.report(
                TODAY, shop.results("mended", held("cnn", "a"), violated("cnn", "b")), baseline);

        assertThat(mended.code()).isZero();
        assertThat(mended.out())
                .startsWith("mltest: 'a' of 'cnn' has held since it was frozen; it is frozen no"
                        + " longer in " + shop.baseline());
        assertThat(Baseline.read(shop.baseline()).entries()).hasSize(1);
        assertThat(shop.report(TODAY, broken, baseline).code()).isEqualTo(1);
    }

    @Test
    void what_held_in_an_earlier_run_is_frozen_no_longer_though_nobody_committed_that()
            throws IOException {
        Path broken = shop.results("broken", violated("cnn", "a"));
        shop.freeze(TODAY, broken, "--reason=soon", "--until=2026-12-31");
        String committed = Files.readString(shop.baseline());
        String[] options = {
            "--history=" + shop.history(), "--branch=main", "--baseline=" + shop.baseline()
        };

        assertThat(shop.report("2026-11-22", broken, options).code()).isZero();
        assertThat(shop.report("2026-11-23", shop.results("run", held("cnn", "a")), options)
                        .code())
                .isZero();
        Files.writeString(shop.baseline(), committed);
        assertThat(shop.report("2026-11-24", broken, options).code()).isEqualTo(1);
    }

    @Test
    void github_is_told_by_a_summary_and_by_annotations() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("src/test/java/org/shop"));
        Files.createFile(folder.resolve("ModelTest.java"));
        Path summary = Files.writeString(directory.resolve("summary.md"), "before\n");
        Path annotations = directory.resolve("annotations.txt");

        Ran ran = shop.report(
                TODAY,
                shop.results("run", violated("cnn", "a")),
                "--github-summary=" + summary,
                "--github-annotations=" + annotations,
                "--source-root=" + directory);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(summary).content().startsWith("before\n## mltest: fails by policy");
        assertThat(annotations)
                .content()
                .hasLineCount(1)
                .startsWith("::error title=cnn%3A a::cnn should have large layers%0A");
    }

    @Test
    void a_torn_run_in_the_history_is_a_warning() throws IOException {
        shop.report(TODAY, "main", "any", held("cnn", "a"));
        Files.writeString(shop.history().resolve("torn.json"), "{");

        Ran ran = shop.report(LATER, "main", "any", held("cnn", "a"));

        assertThat(ran.code()).isZero();
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .startsWith("warning: '%s'".formatted(shop.history().resolve("torn.json")));
    }

    @Test
    void a_place_that_cannot_be_written_to_ends_with_2() throws IOException {
        Path file = Files.createFile(directory.resolve("taken"));

        Ran ran = shop.report(
                TODAY,
                shop.results("run", held("cnn", "a")),
                "--github-summary=" + file.resolve("summary.md"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("configuration: --github-summary is '")
                .contains("which cannot be written");
    }

    private static Ran ran(int code, String out) {
        return new Ran(code, out + System.lineSeparator(), "");
    }
}
