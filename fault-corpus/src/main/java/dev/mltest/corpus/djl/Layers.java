package dev.mltest.corpus.djl;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;

/** Layers one after the other, each with a name of its own: parameters are called by it. */
public final class Layers extends SequentialBlock {

    /** Appends a layer. */
    public Layers add(String name, Block layer) {
        addChildBlock(name, layer);
        return this;
    }
}
