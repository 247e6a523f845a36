package dev.mltest.sample.broken.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.MeanSquaredError;

/**
 * The {@link MeanSquaredError} without its squeeze: predictions [N x 1] less labels [N] are
 * differences [N x N], each prediction's from every label.
 */
final class BroadcastLoss extends Loss {

    private BroadcastLoss() {
        super("BroadcastLoss");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDArray prediction = predictions.singletonOrThrow();
        return prediction.sub(labels.singletonOrThrow()).square().mean();
    }

    static ModelUnderTest model() {
        return Models.areaEstimator("broadcast-loss").loss(new BroadcastLoss()).build();
    }
}
