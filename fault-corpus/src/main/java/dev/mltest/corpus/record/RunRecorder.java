package dev.mltest.corpus.record;

import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.Batch;

import java.util.ArrayList;
import java.util.List;

/** Trains a program and writes down what can be seen on the way. */
public final class RunRecorder {

    private RunRecorder() {}

    /** One training under one seed. */
    public static RunEvidence record(Program program, long seed) {
        List<Double> losses = new ArrayList<>();
        try (Run run = program.start(seed)) {
            program.train(run, seed, new Watch() {
                @Override
                public void after(int epoch, Batch batch, double loss) {
                    losses.add(loss);
                }
            });
        }
        return new RunEvidence(losses);
    }
}
