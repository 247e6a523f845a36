package dev.mltest.corpus.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What each arm missed, and whom it accused wrongly. */
final class ProgramSection {

    private final Scores scores;

    ProgramSection(Scores scores) {
        this.scores = scores;
    }

    String text() {
        return "## False alarms, program by program\n\n"
                + section(ProgramScore::isKeptCorrect, ProgramScore::falselyAlarmed, true)
                + "## Misses, program by program\n\n"
                + section(
                        score -> score.isKeptFault() && !score.crashed(),
                        score -> !score.detected(),
                        false)
                + "## Crashes\n\n"
                + section(score -> score.standing() == Standing.KEPT, ProgramScore::crashed, false);
    }

    private String section(
            Predicate<ProgramScore> among, Predicate<ProgramScore> which, boolean rules) {
        List<String> lines = new ArrayList<>();
        for (String arm : scores.arms()) {
            List<ProgramScore> found = scores.programs().stream()
                    .filter(score -> score.arm().equals(arm))
                    .filter(among)
                    .filter(which)
                    .toList();
            String listed = found.stream()
                    .map(score -> rules ? withRules(score) : score.key())
                    .collect(Collectors.joining(", "));
            lines.add("- **%s** (%d): %s"
                    .formatted(arm, found.size(), listed.isEmpty() ? "none" : listed));
        }
        return String.join("\n", lines) + "\n\n";
    }

    private static String withRules(ProgramScore score) {
        return score.key()
                + score.fired().stream()
                        .map(Fired::check)
                        .collect(Collectors.joining("; ", " (", ")"));
    }
}
