package dev.mltest.corpus.images;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.program.Program;

import java.util.Map;
import java.util.WeakHashMap;

/** M2 with an update after every four small batches, in DJL. */
class DjlAccumulating extends DjlCnn {

    static final int PARTS = 4;
    private final Map<Trainer, Integer> batches = new WeakHashMap<>();

    DjlAccumulating() {
        super(new Images() {
            @Override
            public int batchSize() {
                return 6;
            }
        });
    }

    @Override
    public Program twin() {
        return new DjlAccumulating();
    }

    @Override
    protected int accumulated() {
        return PARTS;
    }

    @Override
    public double learningRate() {
        return 0.1;
    }

    @Override
    public Optimizer optimizer() {
        return Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed((float) learningRate()))
                .build();
    }

    @Override
    public double step(Trainer trainer, NDList inputs, NDList labels) {
        double before;
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDArray loss = trainer.getLoss().evaluate(labels, trainer.forward(inputs, labels));
            before = loss.getFloat();
            collector.backward(share(loss));
        }
        if (batches.merge(trainer, 1, Integer::sum) % PARTS == 0) {
            trainer.step();
        }
        return before;
    }

    /** What one small batch adds to the loss of an update. */
    NDArray share(NDArray loss) {
        return loss.div(loss.getManager().create((float) PARTS));
    }
}
