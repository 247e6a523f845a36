package dev.mltest.corpus.pass;

import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Arm;
import dev.mltest.corpus.result.ProgramResult;
import dev.mltest.corpus.result.Store;
import dev.mltest.corpus.score.CorpusJson;
import dev.mltest.corpus.score.ResultsPage;
import dev.mltest.corpus.score.Scores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The full pass: every program before every arm under five seeds, and every oracle. Writes
 * {@code corpus.json} and, if nothing was left out, the page of results. Finished work is kept, so
 * a pass that was interrupted goes on where it stopped.
 */
public final class CorpusPass {

    private final Selection selection;
    private final Path target;

    private CorpusPass(Selection selection, Path target) {
        this.selection = selection;
        this.target = target;
    }

    /** Takes the module's folder, and what the pass is limited to; see {@link Selection}. */
    public static void main(String... arguments) {
        try {
            Path module = Path.of(arguments[0]);
            List<String> options = Stream.of(arguments)
                    .skip(1)
                    .flatMap(argument -> Arrays.stream(argument.strip().split("\\s+")))
                    .filter(argument -> !argument.isEmpty())
                    .toList();
            new CorpusPass(Selection.parse(options), module.resolve("target"))
                    .run(module.resolve("RESULTS.md"));
        } catch (IllegalArgumentException misuse) {
            System.err.println("configuration: " + misuse.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }

    private void run(Path page) {
        Path folder = target.resolve("corpus");
        List<Entry> entries = selection.entries();
        Progress progress = new Progress(entries.size());
        new Workers(folder, selection, progress::show).examine(entries);
        Scores scores = Scores.of(
                entries,
                results(folder, entries, selection.seeds()),
                selection.chosenArms().stream().map(Arm::name).toList());
        CorpusJson.write(target.resolve("corpus.json"), scores, selection.isWhole());
        System.out.printf(
                "%d programs in %s; wrote %s%n",
                entries.size(), Progress.clock(progress.seconds()), "target/corpus.json");
        if (selection.isWhole()) {
            ResultsPage.write(page, scores, selection.chosenArms());
            System.out.println("wrote RESULTS.md");
        } else {
            System.out.println("RESULTS.md is left as it is: this pass was limited");
        }
    }

    private static List<ProgramResult> results(Path folder, List<Entry> entries, int seeds) {
        Store store = new Store(folder);
        Fingerprint fingerprint = new Fingerprint();
        List<ProgramResult> results = new ArrayList<>();
        for (Entry entry : entries) {
            results.add(store.find(entry.key(), fingerprint.of(entry))
                    .filter(result ->
                            result.isBlocked() || result.checks().equals(fingerprint.ofChecks()))
                    .orElseThrow(() -> new IllegalStateException("no result of " + entry.key()))
                    .upTo(seeds));
        }
        return results;
    }
}
