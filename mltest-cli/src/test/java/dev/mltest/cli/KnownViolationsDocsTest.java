package dev.mltest.cli;

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

/** The guide shows what its commands really print and write. */
class KnownViolationsDocsTest {

    private static final Path GUIDE = Path.of("../docs/how-to/accept-known-violations.md");
    private static final String TODAY = "2026-11-21";
    private static final CheckReport VIOLATED = violated("digits-cnn", "units-stay-alive");

    @TempDir
    Path directory;

    @Test
    void the_guide_shows_what_is_printed_and_written() throws IOException {
        Shop shop = new Shop(directory);
        Path results = shop.results("run", VIOLATED);
        String baseline = "--baseline=" + shop.baseline();

        Ran frozen = shop.freeze(
                TODAY, results, "--reason=the head is rebuilt next month", "--until=2026-12-31");
        String written = Files.readString(shop.baseline());
        String expired = Baseline.read(shop.baseline())
                .of(VIOLATED, LocalDate.of(2027, 1, 1))
                .remark();
        Ran passed = shop.report(TODAY, results, baseline);
        Ran thawed = shop.report(
                TODAY, shop.results("mended", held("digits-cnn", "units-stay-alive")), baseline);

        assertThat(guide()).contains(shown(frozen.out()));
        assertThat(guide()).contains(shown(written));
        assertThat(guide()).contains(shown(passed.out()));
        assertThat(guide()).contains(shown(expired));
        assertThat(guide()).contains(shown(thawed.out().lines().findFirst().orElseThrow()));
    }

    /** As a block of its own. */
    private String shown(String text) {
        String relative = text.replace(directory + "/", "");
        return "\n" + relative.replace("\r\n", "\n").strip() + "\n```\n";
    }

    private static String guide() throws IOException {
        return Files.readString(GUIDE);
    }
}
