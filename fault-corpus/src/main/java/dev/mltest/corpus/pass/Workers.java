package dev.mltest.corpus.pass;

import dev.mltest.corpus.Entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Several processes that share the work, one for each processor up to four. */
final class Workers {

    private static final int MOST = 4;

    private final Path folder;
    private final Selection selection;
    private final Consumer<String> shown;

    Workers(Path folder, Selection selection, Consumer<String> shown) {
        this.folder = folder;
        this.selection = selection;
        this.shown = shown;
    }

    /** Examines all these programs. */
    void examine(List<Entry> entries) {
        Queue<String> keys =
                new ConcurrentLinkedQueue<>(entries.stream().map(Entry::key).toList());
        int count = Math.min(MOST, Runtime.getRuntime().availableProcessors());
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            Stream.generate(() -> CompletableFuture.runAsync(() -> work(keys), threads))
                    .limit(count)
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
    }

    private void work(Queue<String> keys) {
        WorkerProcess process = WorkerProcess.start(folder, selection, false);
        try {
            for (String key = keys.poll(); key != null; key = keys.poll()) {
                for (int ends = 0; !process.examine(key, shown); ends++) {
                    requireProgress(key, ends);
                    process.close();
                    process = WorkerProcess.start(folder, selection, true);
                }
            }
        } finally {
            process.close();
        }
    }

    /** A program can end a process once under each seed, at its start, and under its oracle. */
    private void requireProgress(String key, int ends) {
        if (ends > selection.seeds() + 2) {
            throw new IllegalStateException(
                    "processes end at %s before they get anywhere; see the lines above"
                            .formatted(key));
        }
        shown.accept("the process ended at %s; going on behind that".formatted(key));
    }
}
