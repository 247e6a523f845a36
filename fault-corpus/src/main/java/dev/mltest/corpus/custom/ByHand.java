package dev.mltest.corpus.custom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.program.Program;

/** Prototypes that are trained by gradient descent written out in the loop. */
class ByHand extends DjlPrototypes {

    @Override
    public Program twin() {
        return new ByHand();
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
            collector.backward(loss);
        }
        for (Parameter parameter : trainer.getModel().getBlock().getParameters().values()) {
            NDArray gradient = parameter.getArray().getGradient();
            parameter.getArray().stopGradient().subi(gradient.mul(learningRate()));
            clear(gradient);
        }
        return before;
    }

    void clear(NDArray gradient) {
        gradient.set(new NDIndex("..."), 0f);
    }
}
