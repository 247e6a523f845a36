package dev.mltest.corpus.custom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.loss.Loss;

/** Minus the logarithm of the probability of the right class. */
class NearestPrototype extends Loss {

    NearestPrototype() {
        super("nearest prototype");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList outputs) {
        NDArray logits = outputs.head();
        NDArray right = labels.head()
                .toType(DataType.INT32, false)
                .oneHot(Clusters.CLASSES)
                .toType(logits.getDataType(), false);
        return logProbabilities(logits).mul(right).sum(new int[] {1}).mean().neg();
    }

    NDArray logProbabilities(NDArray logits) {
        NDArray shifted = logits.sub(logits.max(new int[] {1}, true).stopGradient());
        return shifted.sub(shifted.exp().sum(new int[] {1}, true).log());
    }
}
