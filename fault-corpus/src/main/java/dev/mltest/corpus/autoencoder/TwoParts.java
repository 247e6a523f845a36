package dev.mltest.corpus.autoencoder;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** An encoder and a decoder behind it. */
class TwoParts extends AbstractBlock {

    private final Block encoder;
    private final Block decoder;

    TwoParts(Block encoder, Block decoder) {
        this.encoder = addChildBlock("encoder", encoder);
        this.decoder = addChildBlock("decoder", decoder);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        encoder.initialize(manager, type, inputs);
        decoder.initialize(manager, type, decoded(inputs, encoder.getOutputShapes(inputs)));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDList code = encoder.forward(store, inputs, training);
        return decoder.forward(store, decoded(inputs, code), training);
    }

    /** What the decoder gets. */
    <T> T decoded(T inputs, T code) {
        return code;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return decoder.getOutputShapes(decoded(inputs, encoder.getOutputShapes(inputs)));
    }
}
