package dev.mltest.sample.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

/** How far predictions [N x 1] are from labels [N], squared and averaged. */
public final class MeanSquaredError extends Loss {

    /** The loss. */
    public MeanSquaredError() {
        super("MeanSquaredError");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDArray prediction = predictions.singletonOrThrow().squeeze(-1);
        return prediction.sub(labels.singletonOrThrow()).square().mean();
    }
}
