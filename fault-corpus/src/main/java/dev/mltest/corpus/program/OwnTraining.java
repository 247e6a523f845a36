package dev.mltest.corpus.program;

import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.TrainingLoop;

/** A program's own training, as its user declares it to mltest. */
final class OwnTraining {

    /** What a user would train with to try out his loop. */
    private static final int STEPS = 12;

    private final Program program;
    private final long seed;
    private final Run run;

    private OwnTraining(Program program, long seed) {
        this.program = program;
        this.seed = seed;
        this.run = program.start(seed);
    }

    static TrainingLoop<OwnTraining> of(Program program) {
        return TrainingLoop.starting(seed -> new OwnTraining(program, seed))
                .model(training -> training.run.view())
                .step(OwnTraining::step)
                .train(OwnTraining::train)
                .validate(training -> program.validate(training.run))
                .predict(OwnTraining::predict)
                .closing(training -> training.run.close())
                .accumulating(program.accumulated());
    }

    private void step(Batch batch) {
        run.stepViewed(batch);
    }

    private NamedTensors predict(Batch batch) {
        return run.predictViewed(batch);
    }

    /** The loop as it is, stopped after a few steps. */
    private void train() {
        try {
            program.train(run, seed, new Stopping());
        } catch (Enough stopped) {
            // as intended
        }
    }

    /** Lets training begin only. */
    private static final class Stopping implements Watch {

        private int steps;

        @Override
        public void before(int epoch, Batch batch) {
            if (steps++ == STEPS) {
                throw new Enough();
            }
        }
    }

    /** Ends a training that was long enough. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }
}
