package dev.mltest.corpus.linear;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Program;

/** M12 in DJL: softmax regression by plain descent. */
class DjlLinear extends DjlProgram {

    DjlLinear() {
        this(new Clouds());
    }

    DjlLinear(Data data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new DjlLinear();
    }

    @Override
    public double learningRate() {
        return 0.1;
    }

    @Override
    public Block block() {
        return new Layers().add("linear", linear(Clouds.CLASSES));
    }

    static Block linear(int outputs) {
        return Linear.builder().setUnits(outputs).build();
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }

    @Override
    public Optimizer optimizer() {
        return Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed((float) learningRate()))
                .build();
    }
}
