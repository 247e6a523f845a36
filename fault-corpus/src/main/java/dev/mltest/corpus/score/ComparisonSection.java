package dev.mltest.corpus.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The arms on subsets that others published, and on pairs that are hard to tell apart. */
final class ComparisonSection {

    private final Scores scores;

    ComparisonSection(Scores scores) {
        this.scores = scores;
    }

    String text() {
        return "## Detected, by comparable subset (all tiers)\n\n"
                + Tables.table(heads("subset"), rows(Subset.PUBLISHED, Subset::name, this::cell))
                + """
                ## Near pairs

                In how many engines the fault is detected *and* no correct program beside it is accused.

                """
                + Tables.table(heads("pair"), rows(NearPair.ALL, NearPair::toString, this::cell));
    }

    private List<String> heads(String first) {
        List<String> heads = new ArrayList<>(List.of(first));
        heads.addAll(scores.arms());
        return heads;
    }

    private <T> List<List<String>> rows(
            List<T> things, Function<T, String> name, BiFunction<T, String, String> cell) {
        List<List<String>> rows = new ArrayList<>();
        for (T thing : things) {
            List<String> row = new ArrayList<>(List.of(name.apply(thing)));
            scores.arms().forEach(arm -> row.add(cell.apply(thing, arm)));
            rows.add(row);
        }
        return rows;
    }

    private String cell(Subset subset, String arm) {
        Tally tally = scores.tally(arm, score -> subset.ids().contains(score.id()));
        return tally.detected() + "/" + tally.faults();
    }

    private String cell(NearPair pair, String arm) {
        List<String> engines = scores.programs().stream()
                .filter(score -> score.arm().equals(arm))
                .filter(score -> score.id().equals(pair.fault()) && score.isKeptFault())
                .map(ProgramScore::engine)
                .toList();
        long told = engines.stream().filter(engine -> tells(pair, arm, engine)).count();
        return told + "/" + engines.size();
    }

    private boolean tells(NearPair pair, String arm, String engine) {
        Tally fault = scores.tally(
                arm, score -> score.engine().equals(engine) && score.id().equals(pair.fault()));
        Tally correct = scores.tally(
                arm, score -> score.engine().equals(engine) && pair.correct().contains(score.id()));
        return fault.detected() > 0 && correct.falseAlarms() == 0;
    }
}
