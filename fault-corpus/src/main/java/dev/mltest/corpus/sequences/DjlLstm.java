package dev.mltest.corpus.sequences;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.djl.Wired;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

/** M4 in DJL: the mask is the second input; the head reads the state after the last valid step. */
class DjlLstm extends DjlProgram {

    static final int UNITS = 8;

    DjlLstm() {
        super(new Sequences());
    }

    @Override
    public Program twin() {
        return new DjlLstm();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    public Block block() {
        return new Wired(this::forward)
                .add("lstm", recurrent(), 1, Sequences.STEPS, Sequences.FEATURES)
                .add("head", Linear.builder().setUnits(Sequences.CLASSES).build(), 1, width());
    }

    Block recurrent() {
        return LSTM.builder().setStateSize(UNITS).setNumLayers(1).build();
    }

    /** Numbers in a state. */
    int width() {
        return UNITS;
    }

    NDArray forward(Pass pass, NDList inputs) {
        NDArray states = pass.through("lstm", inputs.get(0));
        return pass.through("head", summary(states, inputs.get(1)));
    }

    /** What the head sees of each series. */
    NDArray summary(NDArray states, NDArray mask) {
        return last(states, mask);
    }

    /** The state after the last valid step of each series. */
    static NDArray last(NDArray states, NDArray mask) {
        NDArray index = mask.sum(new int[] {1}).sub(1).toType(DataType.INT64, false);
        NDArray isLast = index.oneHot(Math.toIntExact(mask.getShape().get(1)));
        return states.mul(isLast.expandDims(2)).sum(new int[] {1});
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().paddedWith(0).build();
    }
}
