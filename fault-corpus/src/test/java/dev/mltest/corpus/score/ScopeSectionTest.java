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

class ScopeSectionTest {

    /** The second needs its loop to be declared; the third is a fault of the labels. */
    private static final List<String> KEYS = List.of("OP02-DJL", "TL02-DJL", "LB02-DJL");

    @Test
    void counts_faults_of_model_and_training_with_and_without_declarations() {
        List<Entry> entries = Corpus.entries().stream()
                .filter(entry -> KEYS.contains(entry.key()))
                .toList();
        List<ProgramResult> results = List.of(
                result("OP02-DJL", List.of(finding("P12", "optimizer"))),
                result("TL02-DJL", List.of()),
                result("LB02-DJL", List.of(finding("P03", "labels"))));

        String text = ScopeSection.ofModelAndTraining(Scores.of(entries, results, List.of("arm")))
                .text();

        assertThat(text)
                .contains("| arm | 1/1 100 % [3, 100] | 1/2 50 % [1, 99] | 1/1 | 1/1 | 1/1 |");
    }

    /** The second is a fault of the loss. */
    @Test
    void counts_faults_of_properties_alone() {
        List<String> keys = List.of("AR62-DJL", "LO07-DJL", "AR72-DL4J");
        List<Entry> entries = Corpus.entries().stream()
                .filter(entry -> keys.contains(entry.key()))
                .toList();
        List<ProgramResult> results = List.of(
                result("AR62-DJL", List.of(finding("P21", "output at position 3"))),
                result("LO07-DJL", List.of(finding("P05", "loss"))),
                result("AR72-DL4J", List.of()));

        String text = ScopeSection.ofProperties(Scores.of(entries, results, List.of("arm")))
                .text();

        assertThat(text)
                .startsWith("## Faults of properties\n\nThose of T1 and T2 whose first property is"
                        + " one of P11, P20, P21, P22.")
                .contains("| 1/2 50 % [1, 99] | 1/1 | 1/1 | 1/1 |");
    }

    private static Finding finding(String property, String place) {
        return new Finding("rule", List.of(property), List.of(place), true, "");
    }

    private static ProgramResult result(String key, List<Finding> findings) {
        SeedResult seed = new SeedResult(1, List.of(new ArmResult("arm", findings, "", 0)));
        return new ProgramResult(
                key, "", "", "", new Confirmation(true, "given"), 0, List.of(seed));
    }
}
