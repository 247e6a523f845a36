package dev.mltest.corpus.images;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.program.Program;

/** M2 with a learning rate that falls from epoch to epoch, in DJL. */
class DjlDecaying extends DjlCnn {

    private static final double DECAY = 0.8;

    @Override
    public Program twin() {
        return new DjlDecaying();
    }

    @Override
    public Optimizer optimizer() {
        int unit = unit();
        return Optimizer.adam()
                .optLearningRateTracker(new Tracker() {
                    @Override
                    public float getNewValue(int updates) {
                        return (float) (learningRate() * Math.pow(DECAY, updates / unit));
                    }
                })
                .build();
    }

    /** Batches after which the rate falls. */
    int unit() {
        return data().training().size() / data().batchSize();
    }
}
