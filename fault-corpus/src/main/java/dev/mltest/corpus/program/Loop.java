package dev.mltest.corpus.program;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** How a program trains: shuffled batches, epoch by epoch. A fault overrides one method. */
public class Loop {

    /** Trains a model that was just started. */
    public void train(Program program, Run run, long seed, Watch watch) {
        Dataset training = program.data().training();
        Random random = random(seed);
        Run trained = trained(run);
        List<Double> scores = new ArrayList<>();
        for (int epoch = 0; epoch < epochs(program) && !stops(scores); epoch++) {
            int[] order = order(training.size(), random);
            for (int from = 0; from < order.length; from += batchSize(program)) {
                Batch batch = next(program, training, order, from);
                watch.before(epoch, batch);
                watch.after(epoch, batch, trained.step(batch));
            }
            scores.add(validate(program, run));
            watch.epochEnded(epoch, scores.get(epoch));
        }
    }

    /** The model that takes the steps. */
    protected Run trained(Run run) {
        return run;
    }

    /** Whether training ends early, after epochs with these validation scores. */
    protected boolean stops(List<Double> scores) {
        return false;
    }

    /** How often the training examples are gone through. */
    protected int epochs(Program program) {
        return program.data().epochs();
    }

    /** Examples in a batch. */
    protected int batchSize(Program program) {
        return program.data().batchSize();
    }

    /** What shuffles. */
    protected Random random(long seed) {
        return new Random(seed);
    }

    /** The order of the examples in the next epoch. */
    protected int[] order(int size, Random random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int picked = order[j];
            order[j] = order[i];
            order[i] = picked;
        }
        return order;
    }

    /** The batch that starts there. */
    protected Batch next(Program program, Dataset training, int[] order, int from) {
        int to = Math.min(from + batchSize(program), order.length);
        return training.examples(IntStream.range(from, to).map(i -> order[i]).toArray());
    }

    /** The score at the end of an epoch. */
    protected double validate(Program program, Run run) {
        return program.score(run, program.data().validation());
    }
}
