package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/** Stochastic gradient descent that clips what is too small as well as what is too large. */
final class ClippedBothWays extends Optimizer {

    private final Optimizer descent;
    private final float limit;

    ClippedBothWays(float rate, float limit) {
        super(new Builder());
        this.descent =
                Optimizer.sgd().setLearningRateTracker(Tracker.fixed(rate)).build();
        this.limit = limit;
    }

    @Override
    public void update(String parameterId, NDArray weight, NDArray gradient) {
        try (NDArray clipped = gradient.clip(-limit, limit)) {
            descent.update(parameterId, weight, clipped);
        }
    }

    private static final class Builder extends OptimizerBuilder<Builder> {

        @Override
        protected Builder self() {
            return this;
        }
    }
}
