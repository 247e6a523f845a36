package dev.mltest.corpus.score;

import dev.mltest.check.Check;
import dev.mltest.library.DefaultChecks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What each check of mltest found; docs/checks/index.md shows it beside claim and price. */
final class CheckSection {

    /** By itself, and with what its programs declare. */
    private static final List<String> ARMS = List.of("mltest", "mltest-declared");

    private final Scores scores;

    CheckSection(Scores scores) {
        this.scores = scores;
    }

    /** Nothing if one of the arms was not asked. */
    String text() {
        if (!scores.arms().containsAll(ARMS)) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        for (Check check : DefaultChecks.suite().checks()) {
            rows.add(row(check.id()));
        }
        return "## Detected, by check\n\n"
                + "Faults of T1 and T2 that a check of mltest fails under most seeds while it leaves their "
                + "twin alone: by itself, with what the programs declare, and how many of the latter no "
                + "other check fails.\n\n"
                + Tables.table(
                        List.of(
                                "check",
                                "faults",
                                "with declarations",
                                "no other check",
                                "false alarms"),
                        rows);
    }

    private List<String> row(String check) {
        Predicate<ProgramScore> found = score -> score.detectors().contains(check);
        return List.of(
                "`" + check + "`",
                faults(ARMS.get(0), found),
                faults(ARMS.get(1), found),
                faults(ARMS.get(1), found.and(score -> score.detectors().size() == 1)),
                falseAlarms(check));
    }

    private String faults(String arm, Predicate<ProgramScore> which) {
        return String.valueOf(scores.programs().stream()
                .filter(score -> score.arm().equals(arm))
                .filter(ProgramScore::isKeptFault)
                .filter(Scores::decides)
                .filter(which)
                .count());
    }

    private String falseAlarms(String check) {
        return String.valueOf(scores.programs().stream()
                .filter(score -> ARMS.contains(score.arm()))
                .filter(ProgramScore::isKeptCorrect)
                .filter(score ->
                        score.fired().stream().anyMatch(fired -> fired.check().equals(check)))
                .map(ProgramScore::key)
                .distinct()
                .count());
    }
}
