package dev.mltest.corpus.language;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

/** Cross-entropy at all positions of all phrases alike. */
final class NextTokenLoss extends Loss {

    private final Loss each = Loss.softmaxCrossEntropyLoss();

    NextTokenLoss() {
        super("NextTokenLoss");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        return each.evaluate(
                new NDList(labels.head().reshape(-1)),
                new NDList(predictions.head().reshape(-1, Phrases.VOCABULARY)));
    }
}
