package dev.mltest.corpus.images;

import dev.mltest.corpus.program.Program;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** M2 with a learning rate that falls from epoch to epoch, in DL4J. */
class Dl4jDecaying extends Dl4jCnn {

    private static final double DECAY = 0.8;

    @Override
    public Program twin() {
        return new Dl4jDecaying();
    }

    @Override
    IUpdater updater() {
        return new Adam(new StepSchedule(ScheduleType.ITERATION, learningRate(), DECAY, unit()));
    }

    /** Batches after which the rate falls. */
    int unit() {
        return data().training().size() / data().batchSize();
    }
}
