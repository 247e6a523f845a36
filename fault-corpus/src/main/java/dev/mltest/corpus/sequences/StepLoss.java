package dev.mltest.corpus.sequences;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.loss.Loss;

/** Cross-entropy at every valid step, summed over each series, averaged over the batch. */
class StepLoss extends Loss {

    StepLoss() {
        super("StepLoss");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDIndex tagged = new NDIndex().addAllDim(2).addPickDim(labels.get(0).expandDims(2));
        NDArray losses = predictions.head().logSoftmax(-1).get(tagged).neg().squeeze(-1);
        return total(losses, labels.get(1));
    }

    /** The loss of a batch from the losses of its steps [N x T]. */
    NDArray total(NDArray losses, NDArray mask) {
        return losses.mul(mask).sum(new int[] {1}).mean();
    }
}
