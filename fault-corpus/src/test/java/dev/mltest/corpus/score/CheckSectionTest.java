package dev.mltest.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Finding;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.ProgramResult;
import dev.mltest.corpus.result.SeedResult;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class CheckSectionTest {

    private static final List<String> KEYS = List.of("OP02-DJL", "LO07-DJL", "M1-DJL");
    private static final List<String> ARMS = List.of("mltest", "mltest-declared");

    @Test
    void counts_what_each_check_found_alone_and_with_others() {
        String text = section(
                ARMS,
                result("OP02-DJL", failures(), failures("a-step-lowers-the-loss")),
                result(
                        "LO07-DJL",
                        failures("a-step-lowers-the-loss", "predictions-repeat"),
                        failures("a-step-lowers-the-loss", "predictions-repeat")),
                result("M1-DJL", failures(), failures("the-seed-decides-the-model")));

        assertThat(text)
                .contains("| `a-step-lowers-the-loss` | 1 | 2 | 1 | 0 |")
                .contains("| `predictions-repeat` | 1 | 1 | 0 | 0 |")
                .contains("| `the-seed-decides-the-model` | 0 | 0 | 0 | 1 |")
                .contains("| `examples-do-not-mix` | 0 | 0 | 0 | 0 |");
    }

    @Test
    void says_nothing_where_an_arm_was_left_out() {
        assertThat(section(List.of("mltest"), result("OP02-DJL", failures(), failures())))
                .isEmpty();
    }

    private static String section(List<String> arms, ProgramResult... results) {
        List<Entry> entries = Corpus.entries().stream()
                .filter(entry -> KEYS.contains(entry.key()))
                .toList();
        return new CheckSection(Scores.of(entries, List.of(results), arms)).text();
    }

    private static List<Finding> failures(String... checks) {
        return Stream.of(checks)
                .map(check -> new Finding(check, List.of("P12"), List.of("loss"), true, ""))
                .toList();
    }

    private static ProgramResult result(
            String key, List<Finding> alone, List<Finding> withDeclarations) {
        SeedResult seed = new SeedResult(
                1,
                List.of(
                        new ArmResult(ARMS.get(0), alone, "", 0),
                        new ArmResult(ARMS.get(1), withDeclarations, "", 0)));
        return new ProgramResult(
                key, "", "", "", new Confirmation(true, "given"), 0, List.of(seed));
    }
}
