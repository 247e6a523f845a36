package dev.mltest.sample.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Shows a network each image twice, as it is and in a mirror, and averages the two answers: left
 * and right make no difference to the result.
 */
public final class FlipInvariant extends AbstractBlock {

    private static final int ACROSS = 3;

    private final Block network;

    /** Around this network of images [N x channels x height x width]. */
    public FlipInvariant(Block network) {
        this.network = addChildBlock("network", network);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDArray images = inputs.singletonOrThrow();
        NDList asIs = network.forward(parameters, new NDList(images), training);
        NDList mirrored = network.forward(parameters, new NDList(images.flip(ACROSS)), training);
        return new NDList(
                asIs.singletonOrThrow().add(mirrored.singletonOrThrow()).div(2));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return network.getOutputShapes(inputShapes);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        network.initialize(manager, type, inputShapes);
    }
}
