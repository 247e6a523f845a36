package dev.mltest.corpus.regression;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.program.Program;

/** The regression on few noisy readings, held back by a penalty on large weights. */
class DjlTiny extends DjlMlp {

    DjlTiny() {
        super(new FewReadings());
    }

    @Override
    public Program twin() {
        return new DjlTiny();
    }

    float penalty() {
        return 0.05f;
    }

    @Override
    public Optimizer optimizer() {
        return Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed((float) learningRate()))
                .optWeightDecays(penalty())
                .build();
    }
}
