package dev.mltest.corpus.language;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Embeddings;
import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.djl.Wired;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

/** M5 as a language model, in DJL: tokens and positions, causal attention, normalisation, head. */
class DjlLanguageModel extends DjlProgram {

    static final int WIDTH = 16;
    static final int POSITIONS = 12;

    DjlLanguageModel() {
        super(new Phrases());
    }

    @Override
    public Program twin() {
        return new DjlLanguageModel();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    public Block block() {
        return attention()
                .add("embedding", Embeddings.of(Phrases.VOCABULARY, WIDTH), 1, Phrases.LENGTH)
                .add("head", Linear.builder().setUnits(Phrases.VOCABULARY).build(), sizes());
    }

    /** The layers between embedding and head. */
    Wired attention() {
        return new Wired(this::forward)
                .weight("positions", POSITIONS, WIDTH)
                .add("query", projection(), sizes())
                .add("key", projection(), sizes())
                .add("value", projection(), sizes());
    }

    static long[] sizes() {
        return new long[] {1, Phrases.LENGTH, WIDTH};
    }

    private static Block projection() {
        return Linear.builder().setUnits(WIDTH).optBias(false).build();
    }

    NDArray forward(Pass pass, NDList inputs) {
        NDArray tokens = inputs.head();
        long length = tokens.getShape().get(1);
        NDArray positions = pass.weight("positions", tokens).get("0:" + length);
        NDArray states = embedded(pass, tokens).add(positions);
        NDArray gathered = Attention.of(pass, states, future(tokens.getManager(), (int) length));
        return logits(pass, normalized(states.add(gathered)));
    }

    NDArray embedded(Pass pass, NDArray tokens) {
        return pass.through("embedding", tokens);
    }

    NDArray logits(Pass pass, NDArray states) {
        return pass.through("head", states);
    }

    /** Added to scores so that no position attends to a later one. */
    NDArray future(NDManager manager, int length) {
        float[] added = new float[length * length];
        for (int i = 0; i < added.length; i++) {
            added[i] = i % length > lastSeen(i / length) ? -1e9f : 0;
        }
        return manager.create(added, new Shape(1, length, length));
    }

    /** The last position that this one may look at. */
    int lastSeen(int position) {
        return position;
    }

    NDArray normalized(NDArray states) {
        return standardized(states, 2);
    }

    static NDArray standardized(NDArray states, int axis) {
        NDArray centred = states.sub(states.mean(new int[] {axis}, true));
        NDArray variance = centred.mul(centred).mean(new int[] {axis}, true);
        return centred.div(variance.add(1e-5f).sqrt());
    }

    @Override
    public Loss loss() {
        return new NextTokenLoss();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().causal().build();
    }
}
