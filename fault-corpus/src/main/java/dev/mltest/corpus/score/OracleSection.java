package dev.mltest.corpus.score;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Entry;
import dev.mltest.corpus.Listing;
import dev.mltest.corpus.program.Engine;
import dev.mltest.corpus.result.ProgramResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which programs are what they are said to be, and which do not count. */
final class OracleSection {

    private final Scores scores;

    OracleSection(Scores scores) {
        this.scores = scores;
    }

    String text() {
        return "## What the oracles confirmed\n\n" + counts() + missing() + dropped();
    }

    private String counts() {
        List<List<String>> rows = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            rows.add(row(engine + ", faults", entries(engine, false)));
            rows.add(row(engine + ", correct programs", entries(engine, true)));
        }
        return Tables.table(
                List.of("", "programs", "confirmed", "not confirmed", "refused by the engine"),
                rows);
    }

    private List<Entry> entries(Engine engine, boolean correct) {
        return scores.entries().stream()
                .filter(entry -> entry.program().engine() == engine)
                .filter(entry -> entry.listing().isCorrect() == correct)
                .toList();
    }

    private List<String> row(String name, List<Entry> entries) {
        return List.of(
                name,
                String.valueOf(entries.size()),
                count(entries, Standing.KEPT),
                count(entries, Standing.NOT_CONFIRMED),
                count(entries, Standing.BLOCKED));
    }

    private String count(List<Entry> entries, Standing standing) {
        return String.valueOf(
                entries.stream().filter(entry -> standing(entry) == standing).count());
    }

    private Standing standing(Entry entry) {
        return Standing.of(scores.result(entry));
    }

    private String missing() {
        StringBuilder text = new StringBuilder();
        for (Engine engine : Engine.values()) {
            String ids = missing(engine);
            if (!ids.isEmpty()) {
                text.append(
                        "Listed for %s, but not to be written there (the program in the other engine says why): %s.\n\n"
                                .formatted(engine, ids));
            }
        }
        return text.toString();
    }

    private String missing(Engine engine) {
        Set<String> there = scores.entries().stream()
                .filter(entry -> entry.program().engine() == engine)
                .map(entry -> entry.listing().id())
                .collect(Collectors.toSet());
        return Corpus.listings().stream()
                .filter(listing -> listing.concerns(engine))
                .map(Listing::id)
                .filter(id -> !there.contains(id))
                .collect(Collectors.joining(", "));
    }

    private String dropped() {
        List<List<String>> rows = new ArrayList<>();
        for (Entry entry : scores.entries()) {
            if (standing(entry) != Standing.KEPT) {
                ProgramResult result = scores.result(entry);
                rows.add(List.of(
                        entry.key(),
                        entry.listing().description(),
                        result.isBlocked()
                                ? "refused: " + result.refusal()
                                : result.oracle().evidence()));
            }
        }
        return rows.isEmpty()
                ? ""
                : "Dropped, with the evidence:\n\n"
                        + Tables.table(List.of("program", "what it is", "evidence"), rows);
    }
}
