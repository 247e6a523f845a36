package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;

import dev.mltest.model.Mode;

/**
 * Walks back in the mode of the forward pass. DJL's own collector always walks back in training
 * mode, through batch statistics that inference never used.
 *
 * @param collector DJL's own
 * @param mode of the forward pass
 */
record MxNetCollector(GradientCollector collector, Mode mode) implements GradientCollector {

    @Override
    public void backward(NDArray target) {
        MxNetGraph.of(target).requireRightGradients(mode);
        MxNetAutograd.backward(target, mode == Mode.TRAINING);
    }

    @Override
    public void zeroGradients() {
        collector.zeroGradients();
    }

    @Override
    public void close() {
        collector.close();
    }
}
