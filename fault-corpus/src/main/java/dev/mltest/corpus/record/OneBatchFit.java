package dev.mltest.corpus.record;

import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import java.util.ArrayList;
import java.util.List;

/** Tries to learn sixteen examples by heart. */
final class OneBatchFit {

    private static final int EXAMPLES = 16;
    private static final int MOST_STEPS = 1000;
    private static final int PERIOD = 10;
    private static final double ENOUGH = 0.05;

    private OneBatchFit() {}

    static OneBatch of(Program program, Setting setting, long seed) {
        if (setting.task().equals(Setting.CUSTOM)) {
            return OneBatch.untried();
        }
        try (Run run = program.start(seed)) {
            return fit(program, run, Rows.spread(program.data().training(), EXAMPLES));
        }
    }

    private static OneBatch fit(Program program, Run run, Batch batch) {
        List<Double> losses = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        int steps = 0;
        double best = Double.POSITIVE_INFINITY;
        double loss = 0;
        while (steps < MOST_STEPS && best > ENOUGH && Double.isFinite(loss)) {
            loss = period(run, batch);
            steps += PERIOD;
            double error = 1 - program.score(run, Dataset.of(batch));
            losses.add(loss);
            errors.add(error);
            best = Double.isNaN(error) ? best : Math.min(best, error);
        }
        return new OneBatch(steps, best, losses, errors);
    }

    private static double period(Run run, Batch batch) {
        double sum = 0;
        for (int i = 0; i < PERIOD; i++) {
            sum += run.step(batch);
        }
        return sum / PERIOD;
    }
}
