package dev.mltest.corpus.custom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import ai.djl.util.PairList;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** An embedding, applied to both of a pair, in which distances are as they should be. */
class DjlPairs extends DjlProgram {

    DjlPairs() {
        super(new Dissimilar());
    }

    @Override
    public Program twin() {
        return new DjlPairs();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    public Loss loss() {
        return Loss.l2Loss();
    }

    @Override
    public Block block() {
        return new Siamese();
    }

    NDArray distance(NDArray first, NDArray second) {
        return first.sub(second).square().sum(new int[] {1}, true).add(1e-6).sqrt();
    }

    /** Embeds both with the same weights. */
    private final class Siamese extends AbstractBlock {

        private final Block embedding = addChildBlock(
                "embedding",
                new Layers()
                        .add("embed1", DjlPrototypes.dense(20))
                        .add("act", Activation.tanhBlock())
                        .add("embed2", DjlPrototypes.dense(2)));

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
            embedding.initialize(manager, type, inputs[0]);
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store,
                NDList inputs,
                boolean training,
                PairList<String, Object> parameters) {
            NDArray first = embed(store, inputs.get(0), training);
            NDArray second = embed(store, inputs.get(1), training);
            return new NDList(distance(first, second));
        }

        private NDArray embed(ParameterStore store, NDArray view, boolean training) {
            return embedding.forward(store, new NDList(view), training).singletonOrThrow();
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return new Shape[] {new Shape(inputs[0].get(0), 1)};
        }
    }
}
