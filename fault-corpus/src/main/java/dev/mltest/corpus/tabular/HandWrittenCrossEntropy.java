package dev.mltest.corpus.tabular;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

/** Cross-entropy of logits and class indices, as users write it where DJL's own does not fit. */
class HandWrittenCrossEntropy extends Loss {

    HandWrittenCrossEntropy() {
        super("cross-entropy");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDArray logits = predictions.singletonOrThrow();
        NDArray wanted = wanted(labels.singletonOrThrow(), logits.getShape().size(1));
        return reduce(wanted.mul(logits.logSoftmax(1)).sum(new int[] {1}).neg());
    }

    /** Rows that say how much of each class is wanted. */
    NDArray wanted(NDArray classes, long count) {
        return classes.oneHot((int) count);
    }

    /** From losses of examples to the loss of the batch. */
    NDArray reduce(NDArray losses) {
        return losses.mean();
    }
}
