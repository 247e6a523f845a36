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

import dev.mltest.testing.contract.Carrier;

/** The contract's networks as blocks. */
final class CarrierBlocks {

    private CarrierBlocks() {}

    static Block of(Carrier carrier) {
        return switch (carrier) {
            case LINEAR_REGRESSION -> new SequentialBlock().add(dense(1));
            case MLP -> withHead(dense(5), Activation.tanhBlock());
            case CNN -> cnn();
            case LSTM -> new MaskedLstm();
            case RESIDUAL -> withHead(dense(4), residual());
            case TWO_INPUTS ->
                new SequentialBlock()
                        .add(inputs -> new NDList(joined(inputs.get(0), inputs.get(1))), "join")
                        .add(withHead(dense(5), Activation.tanhBlock()));
        };
    }

    static Block frozen() {
        Block mlp = of(Carrier.MLP);
        mlp.getChildren().get(0).getValue().freezeParameters(true);
        return mlp;
    }

    static Block tied() {
        Block shared = dense(4);
        return withHead(shared, Activation.tanhBlock(), shared, Activation.tanhBlock());
    }

    private static Block cnn() {
        return withHead(
                Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(2).build(),
                BatchNorm.builder().build(),
                Activation.tanhBlock(),
                Blocks.batchFlattenBlock(),
                Dropout.builder().optRate(0.3f).build());
    }

    private static Block residual() {
        return new ParallelBlock(branches ->
                        new NDList(branches.get(0).head().add(branches.get(1).head())))
                .add(Blocks.identityBlock())
                .add(new SequentialBlock().add(dense(4)).add(Activation.tanhBlock()));
    }

    private static SequentialBlock withHead(Block... blocks) {
        return new SequentialBlock().addAll(blocks).add(dense(3));
    }

    static Linear dense(long units) {
        return Linear.builder().setUnits(units).build();
    }

    private static NDArray joined(NDArray left, NDArray right) {
        return NDArrays.concat(new NDList(left, right), 1);
    }
}
