package dev.mltest.corpus.gan;

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
 * A generator and a discriminator of what it makes. Gives back the judgements on made and on real
 * points and the made points. The gradient changes its sign between the two players.
 */
class Adversaries extends AbstractBlock {

    private final Block generator;
    private final Block discriminator;

    Adversaries(Block generator, Block discriminator) {
        this.generator = addChildBlock("generator", generator);
        this.discriminator = addChildBlock("discriminator", discriminator);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        generator.initialize(manager, type, inputs[0]);
        discriminator.initialize(manager, type, inputs[1]);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDArray made =
                generator.forward(store, new NDList(inputs.get(0)), training).head();
        NDList judgedMade = discriminator.forward(store, new NDList(reversed(made)), training);
        NDList judgedReal = discriminator.forward(store, new NDList(inputs.get(1)), training);
        return new NDList(judgedMade.head(), judgedReal.head(), made);
    }

    /** The same values with the opposite gradient. */
    private static NDArray reversed(NDArray x) {
        NDArray fixed = x.stopGradient();
        return fixed.add(fixed).sub(x);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape judgement = new Shape(inputs[0].get(0), 1);
        return new Shape[] {judgement, judgement, inputs[1]};
    }
}
