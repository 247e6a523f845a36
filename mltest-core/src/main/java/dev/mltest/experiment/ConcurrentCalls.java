package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.ConcurrentService;
import dev.mltest.model.DeclaredService;
import dev.mltest.model.ModelDescription;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** In a process of its own: examples predicted one after the other, then by several threads. */
final class ConcurrentCalls {

    static final int THREADS = 8;

    private static final int EXAMPLES = 16;
    private static final int ROUNDS = 20;
    private static final int SECONDS = 60;

    private final ConcurrentService service;
    private final List<Batch> examples;
    private final long seed;
    private final Path results;
    private final CountDownLatch start = new CountDownLatch(1);
    private final CountDownLatch running = new CountDownLatch(THREADS);

    private ConcurrentCalls(
            ConcurrentService service, List<Batch> examples, long seed, Path results) {
        this.service = service;
        this.examples = examples;
        this.seed = seed;
        this.results = results;
    }

    /** Name of the description, seed, file to write to. */
    public static void main(String[] args) throws Exception {
        ModelUnderTest subject = ModelDescription.by(args[0]);
        long seed = Long.parseLong(args[1]);
        DeclaredService declared = subject.declarations()
                .require(DeclaredService.class, "service", ".servesConcurrently(...)");
        List<Batch> examples = new ArrayList<>();
        Batch batch = new TrainingBatches(subject, seed).get(0).firstRows(EXAMPLES);
        for (int row = 0; row < batch.size(); row++) {
            examples.add(batch.rows(row));
        }
        try (ConcurrentService service = declared.start().apply(seed)) {
            new ConcurrentCalls(service, examples, seed, Path.of(args[2])).run();
        }
        Runtime.getRuntime().halt(0);
    }

    private void run() throws Exception {
        List<NamedTensors> alone = oneByOne();
        CallTally tally = new CallTally(alone, oneByOne());
        write("examples", examples.size());
        write("asked", (long) THREADS * ROUNDS * examples.size());
        write("noise", tally.noise());
        write("roundOff", tally.roundOff());
        for (int thread = 0; thread < THREADS; thread++) {
            RandomGenerator random = Randomness.of(seed, "thread " + thread);
            Thread caller = new Thread(() -> call(tally, random));
            caller.setDaemon(true);
            caller.start();
        }
        start.countDown();
        running.await(SECONDS, TimeUnit.SECONDS);
        write("unfinished", running.getCount());
        write("compared", tally.compared());
        write("differing", tally.differing());
        write("worst", tally.worst());
        write("thrown", tally.thrown());
        write("thrownFirst", tally.thrownFirst().replaceAll("\\s+", " "));
        if (running.getCount() > 0) {
            Runtime.getRuntime().halt(0);
        }
    }

    private List<NamedTensors> oneByOne() throws Exception {
        List<NamedTensors> outputs = new ArrayList<>();
        for (Batch example : examples) {
            outputs.add(service.predict(example).toArrays());
        }
        return outputs;
    }

    private void call(CallTally tally, RandomGenerator random) {
        try {
            start.await();
            for (int round = 0; round < ROUNDS; round++) {
                for (int index : Orders.shuffled(examples.size(), random)) {
                    tally.add(index, () -> service.predict(examples.get(index)).toArrays());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            running.countDown();
        }
    }

    /** At once: whatever was written before the process breaks down is there. */
    private void write(String name, Object value) throws IOException {
        Files.writeString(results, name + "\t" + value + "\n", StandardOpenOption.APPEND);
    }
}
