package dev.mltest.corpus.bags;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Embeddings;
import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.djl.Wired;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

/** M7 in DJL: the average of embedded words, a hidden layer, logits. */
class DjlBag extends DjlProgram {

    static final int WIDTH = 8;
    private static final int UNITS = 12;

    private final Documents documents;

    DjlBag() {
        this(new Documents());
    }

    DjlBag(Documents documents) {
        super(documents);
        this.documents = documents;
    }

    @Override
    public Program twin() {
        return new DjlBag();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    public Block block() {
        return new Wired(this::forward)
                .add("embedding", embedding(), 1, Documents.LENGTH)
                .add("hidden", Linear.builder().setUnits(UNITS).build(), 1, WIDTH)
                .add("head", Linear.builder().setUnits(Documents.CLASSES).build(), 1, UNITS);
    }

    Block embedding() {
        return Embeddings.of(documents.vocabulary(), WIDTH);
    }

    NDArray forward(Pass pass, NDList inputs) {
        NDArray words = pass.through("embedding", inputs.get(0));
        NDArray bag = average(words, inputs.get(1));
        return pass.through("head", Activation.relu(pass.through("hidden", bag)));
    }

    /** Of the words of each document. */
    NDArray average(NDArray words, NDArray mask) {
        NDArray sum = words.mul(mask.expandDims(2)).sum(new int[] {1});
        return sum.div(mask.sum(new int[] {1}, true));
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration()
                .padded()
                .declare(Relation.invariantUnder(Transformations.padding(2)))
                .declare(Relation.invariantUnder(Transformations.permutation(1)))
                .build();
    }
}
