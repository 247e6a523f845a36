package dev.mltest.corpus.score;

import dev.mltest.corpus.Entry;
import dev.mltest.corpus.Listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How the arms do on the faults whose first property is one of these.
 *
 * @param scores of all programs
 * @param title what these faults have in common
 * @param properties of the protocol
 */
record ScopeSection(Scores scores, String title, List<String> properties) {

    private static final List<String> MODEL_AND_TRAINING = List.of(
            "P05", "P06", "P07", "P08", "P09", "P10", "P12", "P13", "P14", "P15", "P16", "P17",
            "P18", "P19", "P20", "P25", "P26", "P29");

    private static final List<String> PROPERTIES = List.of("P11", "P20", "P21", "P22");

    /** The model and its training: none of data, serving, relations or gradients' values. */
    static ScopeSection ofModelAndTraining(Scores scores) {
        return new ScopeSection(scores, "Faults of model and training", MODEL_AND_TRAINING);
    }

    /** What holds of a model as a function: gradients' values, numbers, masks, relations. */
    static ScopeSection ofProperties(Scores scores) {
        return new ScopeSection(scores, "Faults of properties", PROPERTIES);
    }

    String text() {
        List<List<String>> rows = new ArrayList<>();
        for (String arm : scores.arms()) {
            Tally undeclared = tally(arm, listing -> listing.needs().equals("-"));
            Tally all = tally(arm, listing -> true);
            rows.add(List.of(
                    arm,
                    Tables.rate(undeclared.detection()),
                    Tables.rate(all.detection()),
                    "%d/%d".formatted(all.rightProperty(), all.detected()),
                    "%d/%d".formatted(all.localisedTop1(), all.detected()),
                    "%d/%d".formatted(all.localisedTop3(), all.detected()),
                    String.valueOf(all.flaky())));
        }
        return "## " + title + "\n\n"
                + "Those of T1 and T2 whose first property is one of "
                + String.join(", ", properties)
                + ".\n\n"
                + Tables.table(
                        List.of(
                                "arm",
                                "detected, of those that need no declaration",
                                "detected, of all",
                                "right property, of the detected",
                                "top 1, of the detected",
                                "top 3, of the detected",
                                "flaky"),
                        rows);
    }

    private Tally tally(String arm, Predicate<Listing> which) {
        Set<String> keys = scores.entries().stream()
                .filter(entry -> isInScope(entry.listing()) && which.test(entry.listing()))
                .map(Entry::key)
                .collect(Collectors.toSet());
        return scores.tally(arm, score -> keys.contains(score.key()));
    }

    private boolean isInScope(Listing listing) {
        return !listing.isCorrect()
                && !listing.tier().equals("T3")
                && properties.contains(listing.properties().get(0));
    }
}
