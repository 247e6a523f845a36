package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RecurrentBlock;

/**
 * Initial states in double precision for recurrent blocks, which make theirs in single precision
 * whatever their parameters are.
 */
final class RecurrentStates {

    private RecurrentStates() {}

    /** Whether there is a recurrent block anywhere inside. */
    static boolean isAnyIn(Block block) {
        return Layers.of(block).stream().anyMatch(layer -> layer.block() instanceof RecurrentBlock);
    }

    /** What to feed a block with: its inputs, and the states that a recurrent one lacks. */
    static NDList feed(Block block, NDList inputs) {
        if (!(block instanceof RecurrentBlock recurrent)) {
            return inputs;
        }
        NDList fed = new NDList(inputs);
        int states = recurrent instanceof LSTM ? 2 : 1;
        while (fed.size() < 1 + states) {
            fed.add(zeros(recurrent, inputs.head()));
        }
        return fed;
    }

    private static NDArray zeros(RecurrentBlock block, NDArray input) {
        int directions = value(block, "bidirectional", Boolean.class) ? 2 : 1;
        long layers = directions * (long) value(block, "numLayers", Integer.class);
        long rows = input.getShape().get(value(block, "batchFirst", Boolean.class) ? 0 : 1);
        Shape shape = new Shape(layers, rows, value(block, "stateSize", Long.class));
        return input.getManager().zeros(shape, DataType.FLOAT64);
    }

    private static <T> T value(RecurrentBlock block, String field, Class<T> type) {
        Object found = StateFields.get(StateFields.named(RecurrentBlock.class, field), block);
        if (!type.isInstance(found)) {
            throw new IllegalStateException("unexpected version of DJL: RecurrentBlock." + field);
        }
        return type.cast(found);
    }
}
