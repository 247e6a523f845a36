package dev.mltest.baseline;

import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

class ThawTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Baseline FROZEN = Baseline.empty()
            .freeze(List.of(violated("cnn", "a"), violated("cnn", "b")), "soon", TODAY, TODAY);

    @TempDir
    Path directory;

    @Test
    void entries_are_taken_out_and_told() {
        Path file = directory.resolve("mltest-baseline.json");
        FROZEN.write(file);

        List<String> told = Thaw.of(FROZEN.entries().subList(0, 1), file);

        assertThat(Baseline.read(file).entries()).isEqualTo(FROZEN.entries().subList(1, 2));
        assertThat(told)
                .containsExactly(
                        "mltest: 'a' of 'cnn' has held since it was frozen; it is frozen no"
                                + " longer in " + file);
    }

    @Test
    void a_file_that_cannot_be_written_is_left_to_people() throws IOException {
        Path written = directory.resolve("mltest-baseline.json");
        FROZEN.write(written);
        // No room is left for the name of the temporary file that is written first.
        Path file = Files.move(written, directory.resolve("b".repeat(240) + ".json"));

        List<String> told = Thaw.of(FROZEN.entries().subList(0, 1), file);

        assertThat(Baseline.read(file)).isEqualTo(FROZEN);
        assertThat(told)
                .containsExactly(
                        "mltest: 'a' of 'cnn' has held since it was frozen; remove it from " + file
                                + ", which cannot be written");
    }

    @Test
    void where_nothing_thaws_no_file_is_needed() {
        assertThat(Thaw.of(List.of(), directory.resolve("missing.json"))).isEmpty();
    }
}
