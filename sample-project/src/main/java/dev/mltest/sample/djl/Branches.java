package dev.mltest.sample.djl;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;

import java.util.List;

/** Layers side by side, each with a name of its own; their channels are put together. */
public final class Branches extends ParallelBlock {

    private static final int CHANNELS = 1;

    /** No branches yet. */
    public Branches() {
        super(Branches::together);
    }

    /** Puts another layer beside those given. */
    public Branches add(String name, Block layer) {
        addChildBlock(name, layer);
        return this;
    }

    private static NDList together(List<NDList> outputs) {
        NDList arrays = new NDList();
        outputs.forEach(arrays::addAll);
        return new NDList(NDArrays.concat(arrays, CHANNELS));
    }
}
