package dev.mltest.corpus.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.corpus.arm.Finding;
import dev.mltest.corpus.program.Confirmation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class StoreTest {

    private static final SeedResult SEED = new SeedResult(
            1,
            List.of(new ArmResult(
                    "mltest",
                    List.of(new Finding(
                            "some-check", List.of("P05"), List.of("head/W"), true, "too large")),
                    "",
                    0.5)));

    @TempDir
    Path folder;

    @Test
    void gives_back_what_it_was_given() {
        ProgramResult result = ProgramResult.begun("LO07-DJL", "code", "checks")
                .with(SEED)
                .with(new Confirmation(true, "measured"), 1.5);

        new Store(folder.resolve("new")).keep(result);

        assertThat(new Store(folder.resolve("new")).find("LO07-DJL", "code")).contains(result);
    }

    @Test
    void forgets_results_of_other_code() {
        new Store(folder).keep(ProgramResult.begun("LO07-DJL", "older", "checks"));

        assertThat(new Store(folder).find("LO07-DJL", "code")).isEmpty();
    }

    @Test
    void takes_a_damaged_file_for_no_result() throws IOException {
        Files.writeString(folder.resolve("LO07-DJL.json"), "{ \"key\" : ");

        assertThat(new Store(folder).find("LO07-DJL", "code")).isEmpty();
    }

    @Test
    void leaves_no_unfinished_file_behind() {
        new Store(folder).keep(ProgramResult.begun("LO07-DJL", "code", "checks"));

        assertThat(folder).isDirectoryContaining("glob:**LO07-DJL.json");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void a_later_pass_adds_arms_and_seeds() {
        SeedResult other = new SeedResult(1, List.of(new ArmResult("umlaut", List.of(), "", 0.1)));

        ProgramResult result =
                ProgramResult.begun("LO07-DJL", "code", "checks").with(SEED).with(other);

        assertThat(result.seeds()).hasSize(1);
        assertThat(result.covers(1, "mltest")).isTrue();
        assertThat(result.covers(1, "umlaut")).isTrue();
        assertThat(result.covers(1, "torcheck")).isFalse();
        assertThat(result.covers(2, "mltest")).isFalse();
    }

    @Test
    void under_other_checks_only_the_arms_that_rest_on_them_are_forgotten() {
        SeedResult other = new SeedResult(1, List.of(new ArmResult("umlaut", List.of(), "", 0.1)));
        ProgramResult result = ProgramResult.begun("LO07-DJL", "code", "checks")
                .with(SEED)
                .with(other)
                .with(new Confirmation(true, "measured"), 1.5);

        ProgramResult later = result.under("other checks", List.of("mltest"));

        assertThat(result.under("checks", List.of("mltest"))).isEqualTo(result);
        assertThat(later.covers(1, "mltest")).isFalse();
        assertThat(later.covers(1, "umlaut")).isTrue();
        assertThat(later.oracle()).isEqualTo(result.oracle());
    }

    @Test
    void seeds_that_only_an_earlier_pass_asked_for_are_left_out() {
        ProgramResult result = ProgramResult.begun("LO07-DJL", "code", "checks")
                .with(SEED)
                .with(new SeedResult(6, List.of()));

        assertThat(result.upTo(5).seeds()).containsExactly(SEED);
    }
}
