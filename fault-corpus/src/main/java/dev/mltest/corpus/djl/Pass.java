package dev.mltest.corpus.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;

/**
 * One forward pass through wired layers.
 *
 * @param block whose layers they are
 * @param store has the weights
 * @param training whether it is one in training mode
 */
public record Pass(Wired block, ParameterStore store, boolean training) {

    /** What a layer makes of this. */
    public NDArray through(String layer, NDArray input) {
        return through(layer, input, training);
    }

    /** What a layer makes of this in a mode of its own. */
    public NDArray through(String layer, NDArray input, boolean inTraining) {
        return block.layer(layer).forward(store, new NDList(input), inTraining).head();
    }

    /** The same pass in inference mode. */
    public Pass inInference() {
        return new Pass(block, store, false);
    }

    /** The block's own weight of this name. */
    public NDArray weight(String name, NDArray near) {
        return store.getValue(block.parameter(name), near.getDevice(), training);
    }
}
