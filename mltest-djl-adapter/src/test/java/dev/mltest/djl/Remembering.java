package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

import org.jspecify.annotations.Nullable;

/** Adds the mean of all it has seen to its outputs, and caches a constant on its first pass. */
final class Remembering extends AbstractBlock {

    private final Block dense = addChildBlock("dense", Nets.dense(3));
    private final float[] decay = {1};
    private @Nullable NDArray mean;
    private @Nullable NDArray constant;
    private int passes;

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> params) {
        NDArray input = inputs.head().reshape(inputs.head().getShape().get(0), -1);
        if (constant == null) {
            constant = store.getManager().full(new Shape(1), 0.5f);
        }
        if (training) {
            passes++;
            decay[0] *= 0.9f;
            NDArray now = input.mean().stopGradient();
            mean = mean == null ? now : mean.mul(decay[0]).add(now);
        }
        NDArray output = dense.forward(store, new NDList(input), training).head();
        return new NDList(
                output.mul(constant).add(mean == null ? constant : mean).mul(passes));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
        dense.initialize(manager, type, flat(shapes[0]));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] shapes) {
        return new Shape[] {new Shape(shapes[0].get(0), 3)};
    }

    private static Shape flat(Shape shape) {
        return new Shape(shape.get(0), shape.size() / shape.get(0));
    }
}
