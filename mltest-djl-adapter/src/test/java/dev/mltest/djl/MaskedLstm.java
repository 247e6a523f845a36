package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** The mean of an LSTM's outputs over the steps that a second input keeps, and a dense layer. */
final class MaskedLstm extends AbstractBlock {

    private static final int UNITS = 4;
    private static final int CLASSES = 3;

    private final Block lstm = addChildBlock(
            "lstm", LSTM.builder().setStateSize(UNITS).setNumLayers(1).build());
    private final Block head = addChildBlock("head", CarrierBlocks.dense(CLASSES));

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDArray mask = inputs.get(1);
        NDArray outputs =
                lstm.forward(store, new NDList(inputs.head()), training).head();
        NDArray sum = outputs.mul(mask.expandDims(2)).sum(new int[] {1});
        NDArray mean = sum.div(mask.sum(new int[] {1}, true));
        return head.forward(store, new NDList(mean), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
        lstm.initialize(manager, type, shapes[0]);
        head.initialize(manager, type, new Shape(shapes[0].get(0), UNITS));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] shapes) {
        return new Shape[] {new Shape(shapes[0].get(0), CLASSES)};
    }
}
