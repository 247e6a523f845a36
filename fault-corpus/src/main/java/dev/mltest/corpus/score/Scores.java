package dev.mltest.corpus.score;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Entry;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.result.ProgramResult;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** How every arm did on every program. */
public final class Scores {

    /** Faults that can only be called so against a declared intent: scored apart. */
    private static final String APART = "T3";

    private final List<Entry> entries;
    private final Map<String, ProgramResult> results;
    private final List<String> arms;
    private final List<ProgramScore> programs;

    private Scores(
            List<Entry> entries,
            Map<String, ProgramResult> results,
            List<String> arms,
            List<ProgramScore> programs) {
        this.entries = List.copyOf(entries);
        this.results = results;
        this.arms = List.copyOf(arms);
        this.programs = List.copyOf(programs);
    }

    /**
     * Scores results. A program whose twin is not among them is compared with nothing.
     *
     * @param entries the programs
     * @param results one for each entry
     * @param arms names of the arms
     */
    public static Scores of(List<Entry> entries, List<ProgramResult> results, List<String> arms) {
        Map<String, ProgramResult> byKey = new LinkedHashMap<>();
        results.forEach(result -> byKey.put(result.key(), result));
        List<Entry> all = Corpus.entries();
        List<ProgramScore> programs = new ArrayList<>();
        for (Entry entry : entries) {
            ProgramResult result = byKey.get(entry.key());
            String twinKey = Corpus.twinKey(entry, all);
            ProgramResult twin = byKey.get(twinKey);
            for (String arm : arms) {
                if (result != null) {
                    programs.add(new Judgement(
                                    entry, result, twin == null ? nothing(twinKey) : twin, arm)
                            .score());
                }
            }
        }
        return new Scores(entries, byKey, arms, programs);
    }

    private static ProgramResult nothing(String key) {
        return new ProgramResult(key, "", "", "", new Confirmation(false, ""), 0, List.of());
    }

    /** Names of the arms. */
    public List<String> arms() {
        return arms;
    }

    /** One score for each program and arm. */
    public List<ProgramScore> programs() {
        return programs;
    }

    /** The programs. */
    List<Entry> entries() {
        return entries;
    }

    /** What came of one program. */
    ProgramResult result(Entry entry) {
        ProgramResult result = results.get(entry.key());
        if (result == null) {
            throw new IllegalArgumentException("there is no result of " + entry.key());
        }
        return result;
    }

    /** Counts over the programs that decide: correct ones and faults of T1 and T2. */
    public Tally tally(String arm) {
        return tally(arm, Scores::decides);
    }

    /** Counts over some programs. */
    public Tally tally(String arm, Predicate<ProgramScore> which) {
        return Tally.of(
                arm,
                programs.stream()
                        .filter(score -> score.arm().equals(arm))
                        .filter(which)
                        .toList());
    }

    /** Counts by tier, T3 included; correct programs stand under {@code correct}. */
    public Map<String, Tally> byTier(String arm) {
        return tallies(arm, score -> score.isCorrect() ? "correct" : score.tier(), score -> true);
    }

    /** Counts of what decides by the values of a label, for example by engine, in their order. */
    public Map<String, Tally> by(String arm, Function<ProgramScore, String> label) {
        return tallies(arm, label, Scores::decides);
    }

    private Map<String, Tally> tallies(
            String arm, Function<ProgramScore, String> label, Predicate<ProgramScore> which) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (String value : new TreeSet<>(programs.stream().map(label).toList())) {
            tallies.put(
                    value,
                    tally(arm, score -> which.test(score) && label.apply(score).equals(value)));
        }
        return tallies;
    }

    static boolean decides(ProgramScore score) {
        return !score.tier().equals(APART);
    }

    /** Detection with every group of faults of T1 and T2 counting the same. */
    public Balanced balanced(String arm) {
        return new Balanced(by(arm, ProgramScore::group).values().stream()
                .map(Tally::detection)
                .toList());
    }
}
