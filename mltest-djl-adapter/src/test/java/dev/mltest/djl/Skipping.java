package dev.mltest.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Leaves its inner layer out of every second training pass. */
final class Skipping extends AbstractBlock {

    private final Block inner = addChildBlock("inner", Nets.dense(4));
    private final Block head = addChildBlock("head", Nets.dense(3));
    private int passes;

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> params) {
        if (training) {
            passes++;
        }
        NDList hidden = passes % 2 == 0 ? inputs : inner.forward(store, inputs, training);
        return head.forward(store, hidden, training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
        inner.initialize(manager, type, shapes);
        head.initialize(manager, type, inner.getOutputShapes(shapes));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] shapes) {
        return head.getOutputShapes(inner.getOutputShapes(shapes));
    }
}
