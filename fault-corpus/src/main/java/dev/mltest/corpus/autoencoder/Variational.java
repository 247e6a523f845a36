package dev.mltest.corpus.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Gives back a reconstruction with the mean and the log variance of its code. */
class Variational extends AbstractBlock {

    private final Block encoder;
    private final Block decoder;

    Variational(Block encoder, Block decoder) {
        this.encoder = addChildBlock("encoder", encoder);
        this.decoder = addChildBlock("decoder", decoder);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        encoder.initialize(manager, type, inputs);
        decoder.initialize(manager, type, codeShape(inputs[0]));
    }

    private static Shape codeShape(Shape input) {
        return new Shape(input.get(0), DjlAutoencoder.CODE);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDList halves = encoder.forward(store, inputs, training).head().split(2, 1);
        NDArray mean = halves.get(0);
        NDArray logVariance = halves.get(1);
        NDArray code = training ? drawn(mean, logVariance) : mean;
        NDList reconstruction = decoder.forward(store, new NDList(code), training);
        return new NDList(reconstruction.head(), mean, logVariance);
    }

    private static NDArray drawn(NDArray mean, NDArray logVariance) {
        NDArray deviation = logVariance.exp().sqrt();
        NDArray noise = mean.getManager().randomNormal(0, 1, mean.getShape(), mean.getDataType());
        return mean.add(deviation.mul(noise));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape code = codeShape(inputs[0]);
        return new Shape[] {inputs[0], code, code};
    }
}
