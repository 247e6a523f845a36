package dev.mltest.corpus.language;

import ai.djl.ndarray.NDArray;

import dev.mltest.corpus.djl.Pass;

import java.util.function.UnaryOperator;

/** Scaled dot-product attention of one head, put together of dense layers. */
final class Attention {

    private Attention() {}

    /**
     * What each position gathers from the others.
     *
     * @param states [N x T x width]
     * @param added to the scores [N x T x T] before softmax
     */
    static NDArray of(Pass pass, NDArray states, NDArray added) {
        return of(pass, states, added, weights -> weights);
    }

    /** The same, where something is done to the weights [N x T x T] after softmax. */
    static NDArray of(Pass pass, NDArray states, NDArray added, UnaryOperator<NDArray> afterwards) {
        NDArray queries = pass.through("query", states);
        NDArray keys = pass.through("key", states);
        NDArray width = states.getManager().create((float) queries.getShape().get(2));
        NDArray scores = queries.matMul(keys.transpose(0, 2, 1)).div(width.sqrt());
        NDArray weights = scores.add(added).softmax(-1);
        return afterwards.apply(weights).matMul(pass.through("value", states));
    }
}
