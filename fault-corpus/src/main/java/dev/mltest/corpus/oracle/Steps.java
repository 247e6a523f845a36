package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** What training does to loss and weights. */
public final class Steps {

    private static final int STEPS = 10;

    private Steps() {}

    /** Steps on one batch raise the loss of this batch. */
    public static Oracle raiseTheLoss() {
        return Measured.by("rise of the loss of a batch by ten steps on it", Steps::rise)
                .isAbove(0);
    }

    /** Training to the end leaves every weight as it was. */
    public static Oracle changeNothing() {
        return Measured.by("largest change of a weight by training", program -> {
                    try (Run run = program.start(1)) {
                        Map<String, ArrayTensor> before = run.parameters();
                        program.train(run, 1, Watch.nothing());
                        return distance(before, run.parameters());
                    }
                })
                .isBelow(1e-12);
    }

    /** Two trainings under one seed end in different weights. */
    public static Oracle differFromRunToRun() {
        return Measured.by(
                        "largest difference of a weight between two runs of one seed",
                        program -> distance(trained(program), trained(program)))
                .isAbove(0);
    }

    private static double rise(Program program) {
        Batch batch = program.data().training().examples(IntStream.range(0, 16).toArray());
        try (Run run = program.start(1)) {
            double before = run.loss(batch);
            IntStream.range(0, STEPS).forEach(step -> run.step(batch));
            return run.loss(batch) - before;
        }
    }

    private static Map<String, ArrayTensor> trained(Program program) {
        try (Run run = program.start(1)) {
            program.train(run, 1, Watch.nothing());
            return run.parameters();
        }
    }

    private static double distance(Map<String, ArrayTensor> one, Map<String, ArrayTensor> other) {
        return one.entrySet().stream()
                .mapToDouble(entry -> entry.getValue()
                        .differenceFrom(Objects.requireNonNull(other.get(entry.getKey())))
                        .maxAbs())
                .max()
                .orElse(0);
    }
}
