package dev.mltest.corpus.score;

import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Finding;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.ProgramResult;
import dev.mltest.corpus.result.SeedResult;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what one arm said of a program with what it said of the program's twin. */
final class Judgement {

    private static final int TOP = 3;

    private final Entry entry;
    private final ProgramResult result;
    private final ProgramResult twin;
    private final String arm;

    Judgement(Entry entry, ProgramResult result, ProgramResult twin, String arm) {
        this.entry = entry;
        this.result = result;
        this.twin = twin;
        this.arm = arm;
    }

    ProgramScore score() {
        List<ArmResult> all = said(result);
        List<String> verdicts = all.stream().map(Judgement::verdict).toList();
        boolean correct = entry.listing().isCorrect();
        boolean detected = !correct && most(seed -> !news(seed).isEmpty());
        return new ProgramScore(
                entry.listing().id(),
                entry.program().engine().name(),
                entry.listing().tier(),
                entry.listing().group(),
                arm,
                correct,
                Standing.of(result),
                verdicts,
                fired(all),
                correct ? List.of() : detectors(),
                most(seed -> !failures(result, seed).isEmpty()),
                detected,
                detected && most(seed -> news(seed).stream().anyMatch(this::isRight)),
                detected && most(seed -> isPlaced(seed, 1)),
                detected && most(seed -> isPlaced(seed, TOP)),
                most(seed -> of(result, seed).stream().anyMatch(ArmResult::crashed)),
                correct && verdicts.contains("violated"),
                verdicts.stream().distinct().count() > 1,
                all.stream().mapToDouble(ArmResult::seconds).sum());
    }

    private static String verdict(ArmResult said) {
        if (said.crashed()) {
            return "crashed";
        }
        return said.failures().isEmpty() ? "silent" : "violated";
    }

    private List<ArmResult> said(ProgramResult of) {
        return of.seeds().stream().flatMap(seed -> seed.of(arm).stream()).toList();
    }

    private boolean most(Predicate<Long> holds) {
        List<Long> seeds = result.seeds().stream().map(SeedResult::seed).toList();
        return 2 * seeds.stream().filter(holds).count() > seeds.size();
    }

    private List<ArmResult> of(ProgramResult of, long seed) {
        return of.seeds().stream()
                .filter(found -> found.seed() == seed)
                .flatMap(found -> found.of(arm).stream())
                .toList();
    }

    private List<Finding> failures(ProgramResult of, long seed) {
        return of(of, seed).stream().flatMap(said -> said.failures().stream()).toList();
    }

    /** Failures by checks that do not fail the twin under the same seed. */
    private List<Finding> news(long seed) {
        Set<String> usual =
                failures(twin, seed).stream().map(Finding::rule).collect(Collectors.toSet());
        return failures(result, seed).stream()
                .filter(finding -> !usual.contains(finding.rule()))
                .toList();
    }

    /** What accused it under most seeds, in the order of accusing. */
    private List<String> detectors() {
        return result.seeds().stream()
                .flatMap(seed -> news(seed.seed()).stream())
                .map(Finding::rule)
                .distinct()
                .filter(rule ->
                        most(seed -> news(seed).stream().map(Finding::rule).anyMatch(rule::equals)))
                .toList();
    }

    private boolean isRight(Finding finding) {
        return finding.properties().stream().anyMatch(entry.listing().properties()::contains);
    }

    private boolean isPlaced(long seed, int first) {
        return news(seed).stream()
                .flatMap(finding -> finding.loci().stream())
                .limit(first)
                .anyMatch(locus -> Places.covers(entry.at(), locus));
    }

    private static List<Fired> fired(List<ArmResult> all) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        for (ArmResult said : all) {
            for (Finding finding : said.failures()) {
                byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                        .add(finding);
            }
        }
        List<Fired> fired = new ArrayList<>();
        byRule.forEach((rule, findings) -> fired.add(new Fired(
                rule,
                findings.size(),
                findings.get(0).loci().stream().limit(TOP).toList())));
        return fired;
    }
}
