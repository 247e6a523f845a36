package dev.mltest.corpus.language;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Embeddings;
import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.djl.Wired;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

/** M5 in DJL: embedding, masked self-attention with a residual connection, average, head. */
class DjlEncoder extends DjlProgram {

    static final int WIDTH = 12;

    DjlEncoder() {
        this(new Reviews());
    }

    DjlEncoder(Reviews data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new DjlEncoder();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    public Block block() {
        int length = Reviews.LENGTH;
        return new Wired(this::forward)
                .add("embedding", Embeddings.of(Reviews.VOCABULARY, WIDTH), 1, length)
                .add("query", projection(), 1, length, WIDTH)
                .add("key", key(), 1, length, WIDTH)
                .add("value", projection(), 1, length, WIDTH)
                .add("norm", LayerNorm.builder().axis(2).build(), 1, length, WIDTH)
                .add("hidden", Linear.builder().setUnits(WIDTH).build(), 1, WIDTH)
                .add("head", Linear.builder().setUnits(Reviews.CLASSES).build(), 1, WIDTH);
    }

    private static Block projection() {
        return Linear.builder().setUnits(WIDTH).optBias(false).build();
    }

    Block key() {
        return projection();
    }

    NDArray forward(Pass pass, NDList inputs) {
        NDArray mask = inputs.get(1);
        NDArray words = pass.through("embedding", inputs.get(0));
        NDArray gathered = gathered(pass, words, mask);
        NDArray states = pass.through("norm", joined(words, gathered));
        NDArray hidden = Activation.relu(pass.through("hidden", average(states, mask)));
        return pass.through("head", hidden);
    }

    /** What each word gathers from the others. */
    NDArray gathered(Pass pass, NDArray words, NDArray mask) {
        return Attention.of(pass, words, hiding(mask));
    }

    /** Added to scores so that no position attends to padding. */
    NDArray hiding(NDArray mask) {
        return mask.expandDims(1).sub(1).mul(1e9f);
    }

    /** The residual connection. */
    NDArray joined(NDArray words, NDArray gathered) {
        return words.add(gathered);
    }

    /** Over the words of each review; 0 where there are none. */
    NDArray average(NDArray states, NDArray mask) {
        NDArray words = mask.sum(new int[] {1}, true).maximum(1);
        return states.mul(mask.expandDims(2)).sum(new int[] {1}).div(words);
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().padded().build();
    }
}
