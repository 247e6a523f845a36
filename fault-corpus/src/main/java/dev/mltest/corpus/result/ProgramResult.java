package dev.mltest.corpus.result;

import dev.mltest.corpus.program.Confirmation;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one program so far.
 *
 * @param key the program's id and engine
 * @param programs fingerprint of the programs and what records them; no result of other code is
 *     reused
 * @param checks fingerprint of mltest's checks, which only the arms that rest on them depend on
 * @param refusal how the engine itself refused the program; empty if it did not
 * @param oracle what the oracle found; empty evidence if it was not asked yet
 * @param oracleSeconds how long the oracle took
 * @param seeds one entry for each seed examined
 */
public record ProgramResult(
        String key,
        String programs,
        String checks,
        String refusal,
        Confirmation oracle,
        double oracleSeconds,
        List<SeedResult> seeds) {

    private static final Confirmation NOT_ASKED = new Confirmation(false, "");

    /** Keeps its own copy. */
    public ProgramResult {
        seeds = List.copyOf(seeds);
    }

    /** Nothing known yet. */
    public static ProgramResult begun(String key, String programs, String checks) {
        return new ProgramResult(key, programs, checks, "", NOT_ASKED, 0, List.of());
    }

    /** Under these checks: if they are others, without the arms that rest on them. */
    public ProgramResult under(String code, List<String> arms) {
        if (code.equals(checks)) {
            return this;
        }
        List<SeedResult> kept =
                seeds.stream().map(result -> result.without(arms)).toList();
        return new ProgramResult(key, programs, code, refusal, oracle, oracleSeconds, kept);
    }

    /** The engine refused the program. */
    public ProgramResult refused(String how) {
        return new ProgramResult(key, programs, checks, how, oracle, oracleSeconds, seeds);
    }

    /** With what the oracle found. */
    public ProgramResult with(Confirmation found, double seconds) {
        return new ProgramResult(key, programs, checks, refusal, found, seconds, seeds);
    }

    /** With what was found under one more seed, or by more arms under a known one. */
    public ProgramResult with(SeedResult found) {
        List<SeedResult> extended = new ArrayList<>(seeds);
        extended.removeIf(known -> known.seed() == found.seed());
        extended.add(seeds.stream()
                .filter(known -> known.seed() == found.seed())
                .findFirst()
                .map(known -> known.and(found))
                .orElse(found));
        return new ProgramResult(key, programs, checks, refusal, oracle, oracleSeconds, extended);
    }

    /** Without seeds beyond this one, which an earlier pass may have asked for. */
    public ProgramResult upTo(long lastSeed) {
        List<SeedResult> kept =
                seeds.stream().filter(result -> result.seed() <= lastSeed).toList();
        return new ProgramResult(key, programs, checks, refusal, oracle, oracleSeconds, kept);
    }

    /** Whether the engine itself refused the program. */
    public boolean isBlocked() {
        return !refusal.isEmpty();
    }

    /** Whether the oracle was asked. */
    public boolean hasOracle() {
        return !oracle.evidence().isEmpty();
    }

    /** Whether this arm judged it under this seed. */
    public boolean covers(long seed, String arm) {
        return seeds.stream()
                .filter(result -> result.seed() == seed)
                .anyMatch(result -> result.of(arm).isPresent());
    }
}
