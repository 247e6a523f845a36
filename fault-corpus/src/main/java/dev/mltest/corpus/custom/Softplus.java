package dev.mltest.corpus.custom;

import ai.djl.ndarray.NDArray;

/** The logarithm of 1 + exp(x), in a form that does not overflow. */
class Softplus extends Elementwise {

    @Override
    NDArray apply(NDArray x) {
        NDArray correction = x.abs().neg().exp().add(1).log();
        return x.maximum(0).add(correction);
    }
}
