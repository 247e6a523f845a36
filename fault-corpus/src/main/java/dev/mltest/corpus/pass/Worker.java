package dev.mltest.corpus.pass;

import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Arm;
import dev.mltest.corpus.program.Confirmation;
import dev.mltest.corpus.program.Engine;
import dev.mltest.corpus.result.ArmResult;
import dev.mltest.corpus.result.ProgramResult;
import dev.mltest.corpus.result.SeedResult;
import dev.mltest.corpus.result.Store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Examines the programs of one engine in a process of its own, so that both engines work side by
 * side and neither can take the other down. Prints one line for each program.
 */
public final class Worker {

    /** What begins a line that reports progress. */
    static final String DONE = "done ";

    private final Store store;
    private final Fingerprint fingerprint;
    private final Selection selection;
    private final Examiner examiner;
    private final List<String> arms;
    private final Marker marker;

    private Worker(Path folder, Selection selection, Marker marker) {
        this.store = new Store(folder);
        this.fingerprint = new Fingerprint();
        this.selection = selection;
        this.examiner = new Examiner(selection.chosenArms());
        this.arms = selection.chosenArms().stream().map(Arm::name).toList();
        this.marker = marker;
    }

    /** Takes an engine, the folder of the store, and what the pass is limited to. */
    public static void main(String... arguments) {
        Engine engine = Engine.valueOf(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Selection selection =
                Selection.parse(Arrays.asList(arguments).subList(2, arguments.length));
        Marker marker = new Marker(folder, engine);
        Worker worker = new Worker(folder, selection, marker);
        selection.entries(engine).forEach(worker::examine);
        marker.remove();
        System.exit(0); // DJL's engine keeps threads
    }

    private void examine(Entry entry) {
        long start = System.nanoTime();
        String code = fingerprint.of(entry);
        ProgramResult result = store.find(entry.key(), code)
                .orElseGet(() -> ProgramResult.begun(entry.key(), code));
        if (!result.isBlocked() && result.seeds().isEmpty()) {
            result = keep(result.refused(examiner.refusal(entry.program())));
        }
        if (!result.isBlocked()) {
            result = withOracle(entry, withSeeds(entry, result));
        }
        System.out.printf(
                Locale.ROOT,
                "%s%-11s %5.1f s  %s%n",
                DONE,
                entry.key(),
                (System.nanoTime() - start) * 1e-9,
                Summary.of(entry, result));
    }

    private ProgramResult withSeeds(Entry entry, ProgramResult begun) {
        ProgramResult result = begun;
        for (long seed = 1; seed <= selection.seeds(); seed++) {
            if (!result.covers(seed, arms)) {
                SeedResult found =
                        marker.endedAt(entry.key(), seed) ? crashed(seed) : examine(entry, seed);
                result = keep(result.with(found));
            }
        }
        return result;
    }

    private SeedResult examine(Entry entry, long seed) {
        marker.beginning(entry.key(), seed);
        return examiner.examine(entry.program(), seed);
    }

    private SeedResult crashed(long seed) {
        return new SeedResult(
                seed,
                arms.stream()
                        .map(arm -> new ArmResult(arm, List.of(), "the process ended", 0))
                        .toList());
    }

    private ProgramResult withOracle(Entry entry, ProgramResult result) {
        if (result.hasOracle()) {
            return result;
        }
        if (marker.endedAt(entry.key(), 0)) {
            return keep(result.with(
                    new Confirmation(false, "the process ended while the oracle looked"), 0));
        }
        marker.beginning(entry.key(), 0);
        long start = System.nanoTime();
        Confirmation found = examiner.oracle(entry);
        return keep(result.with(found, (System.nanoTime() - start) * 1e-9));
    }

    private ProgramResult keep(ProgramResult result) {
        store.keep(result);
        return result;
    }
}
