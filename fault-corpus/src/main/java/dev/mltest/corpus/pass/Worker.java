package dev.mltest.corpus.pass;

import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Arm;
import dev.mltest.corpus.arm.Arms;
import dev.mltest.corpus.exam.Examiner;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.ProgramResult;
import dev.mltest.corpus.result.SeedResult;
import dev.mltest.corpus.result.Store;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Examines programs in a process of its own, so that several work side by side and a native crash
 * takes one verdict and not the pass. Reads a program's key on each line of its input, prints one
 * line for each, and ends with its input.
 */
public final class Worker {

    /** What begins a line that reports progress. */
    static final String DONE = "done ";

    private static final int ORACLE = 0;
    private static final int START = -1;
    private static final List<String> ARMS_ON_CHECKS =
            Arms.all().stream().filter(Arm::restsOnChecks).map(Arm::name).toList();

    private final Store store;
    private final Fingerprint fingerprint;
    private final Selection selection;
    private final Marker marker;

    private Worker(Path folder, Selection selection) {
        this.store = new Store(folder);
        this.fingerprint = new Fingerprint();
        this.selection = selection;
        this.marker = new Marker(folder);
    }

    /** Takes the folder of the store, and what the pass is limited to. */
    public static void main(String... arguments) {
        Path folder = Path.of(arguments[0]);
        Selection selection =
                Selection.parse(Arrays.asList(arguments).subList(1, arguments.length));
        Map<String, Entry> entries = selection.entries().stream()
                .collect(Collectors.toMap(Entry::key, Function.identity()));
        Worker worker = new Worker(folder, selection);
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .forEach(key -> worker.examine(Objects.requireNonNull(entries.get(key))));
        System.exit(0); // DJL's engine keeps threads
    }

    private void examine(Entry entry) {
        long start = System.nanoTime();
        ProgramResult result = known(entry);
        if (!result.isBlocked() && result.seeds().isEmpty()) {
            result = keep(result.refused(refusal(entry)));
        }
        if (!result.isBlocked()) {
            result = withOracle(entry, withSeeds(entry, result));
        }
        marker.remove(entry.key());
        System.out.printf(
                Locale.ROOT,
                "%s%-11s %5.1f s  %s%n",
                DONE,
                entry.key(),
                (System.nanoTime() - start) * 1e-9,
                Summary.of(entry, result));
    }

    private ProgramResult known(Entry entry) {
        String programs = fingerprint.of(entry);
        String checks = fingerprint.ofChecks();
        return store.find(entry.key(), programs)
                .map(result -> result.under(checks, ARMS_ON_CHECKS))
                .orElseGet(() -> ProgramResult.begun(entry.key(), programs, checks));
    }

    private String refusal(Entry entry) {
        if (marker.endedAt(entry.key(), START)) {
            return "the process ended";
        }
        marker.beginning(entry.key(), START);
        return Examiner.refusal(entry.program());
    }

    private ProgramResult withSeeds(Entry entry, ProgramResult begun) {
        ProgramResult result = begun;
        for (long seed = 1; seed <= selection.seeds(); seed++) {
            List<Arm> missing = missing(result, seed);
            if (!missing.isEmpty()) {
                result = keep(result.with(
                        marker.endedAt(entry.key(), seed)
                                ? crashed(seed, missing)
                                : examine(entry, seed, missing)));
            }
        }
        return result;
    }

    private List<Arm> missing(ProgramResult result, long seed) {
        return selection.chosenArms().stream()
                .filter(arm -> !result.covers(seed, arm.name()))
                .toList();
    }

    private SeedResult examine(Entry entry, long seed, List<Arm> arms) {
        marker.beginning(entry.key(), seed);
        return Examiner.examine(entry.program(), seed, arms);
    }

    private static SeedResult crashed(long seed, List<Arm> arms) {
        return new SeedResult(
                seed,
                arms.stream()
                        .map(arm -> new ArmResult(arm.name(), List.of(), "the process ended", 0))
                        .toList());
    }

    private ProgramResult withOracle(Entry entry, ProgramResult result) {
        if (result.hasOracle()) {
            return result;
        }
        if (marker.endedAt(entry.key(), ORACLE)) {
            return keep(result.with(
                    new Confirmation(false, "the process ended while the oracle looked"), 0));
        }
        marker.beginning(entry.key(), ORACLE);
        long start = System.nanoTime();
        Confirmation found = Examiner.oracle(entry);
        return keep(result.with(found, (System.nanoTime() - start) * 1e-9));
    }

    private ProgramResult keep(ProgramResult result) {
        store.keep(result);
        return result;
    }
}
