package dev.mltest.corpus.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** M8 in DJL: both players move in every step. */
class DjlGan extends DjlProgram {

    DjlGan() {
        super(new Cloud());
    }

    @Override
    public Program twin() {
        return new DjlGan();
    }

    @Override
    public double learningRate() {
        return 0.005;
    }

    @Override
    public Optimizer optimizer() {
        return Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed((float) learningRate()))
                .optBeta1(0.5f)
                .build();
    }

    @Override
    public Block block() {
        return new Adversaries(player(2), player(1));
    }

    static Block player(int outputs) {
        return new Layers()
                .add("hidden", Linear.builder().setUnits(16).build())
                .add("tanh", Activation.tanhBlock())
                .add("output", Linear.builder().setUnits(outputs).build());
    }

    /** Both judgements as cross-entropies from logits. */
    @Override
    public Loss loss() {
        return new Loss("judgement") {
            @Override
            public NDArray evaluate(NDList labels, NDList outputs) {
                NDArray made = Activation.softPlus(outputs.get(0));
                NDArray real = Activation.softPlus(outputs.get(1).neg());
                return made.add(real).mean();
            }
        };
    }
}
