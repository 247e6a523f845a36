package dev.mltest.corpus.pass;

import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Finding;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.ProgramResult;

import java.util.List;

/** One program's result in half a line. */
final class Summary {

    private Summary() {}

    static String of(Entry entry, ProgramResult result) {
        if (result.isBlocked()) {
            return "refused by the engine: " + result.refusal();
        }
        String oracle = result.oracle().confirmed() ? "confirmed" : "NOT confirmed";
        return (entry.listing().isCorrect() ? "correct " : "fault ") + oracle + "; mltest: "
                + says(result);
    }

    private static String says(ProgramResult result) {
        List<ArmResult> mltest = result.seeds().stream()
                .flatMap(seed -> seed.of("mltest").stream())
                .toList();
        if (mltest.stream().anyMatch(ArmResult::crashed)) {
            return "crashed: " + mltest.get(0).crash();
        }
        List<String> rules = mltest.stream()
                .flatMap(arm -> arm.failures().stream())
                .map(Finding::rule)
                .distinct()
                .toList();
        return rules.isEmpty() ? "silent" : String.join(", ", rules);
    }
}
