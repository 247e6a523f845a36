package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.recurrent.LSTM;

/** Small networks of every kind. */
final class Nets {

    private Nets() {}

    static Block linear() {
        return Linear.builder().setUnits(1).build();
    }

    static Linear dense(long units) {
        return Linear.builder().setUnits(units).build();
    }

    static Block mlp() {
        return new SequentialBlock().add(dense(5)).add(Activation.tanhBlock()).add(dense(3));
    }

    static Block convolution() {
        return Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(2).build();
    }

    static Block cnn() {
        return new SequentialBlock()
                .add(convolution())
                .add(BatchNorm.builder().build())
                .add(Activation.tanhBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Dropout.builder().optRate(0.3f).build())
                .add(dense(3));
    }

    static Block lstm() {
        return new SequentialBlock()
                .add(LSTM.builder().setStateSize(4).setNumLayers(1).build())
                .addSingleton(sequence -> sequence.get(":, -1"))
                .add(dense(3));
    }

    static Block residual() {
        return new SequentialBlock()
                .add(dense(4))
                .add(new ParallelBlock(branches -> new NDList(
                                branches.get(0).head().add(branches.get(1).head())))
                        .add(new SequentialBlock().add(dense(4)).add(Activation.tanhBlock()))
                        .add(Blocks.identityBlock()))
                .add(dense(3));
    }

    /** Two inputs of three and two features side by side. */
    static Block twoInputs() {
        return new SequentialBlock()
                .add(inputs -> new NDList(side(inputs.get(0), inputs.get(1))), "join")
                .add(dense(3));
    }

    static Block remembering() {
        return new Remembering();
    }

    private static NDArray side(NDArray left, NDArray right) {
        return NDArrays.concat(new NDList(left, right), 1);
    }
}
