package dev.mltest.corpus.sequences;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.recurrent.LSTM;

import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

/** The average state of an LSTM in both directions, in DJL. With biases it fails on PyTorch. */
class DjlBidirectional extends DjlLstm {

    @Override
    public Program twin() {
        return new DjlBidirectional();
    }

    @Override
    Block recurrent() {
        return LSTM.builder()
                .setStateSize(UNITS)
                .setNumLayers(1)
                .optBidirectional(true)
                .optHasBiases(false)
                .build();
    }

    @Override
    int width() {
        return 2 * UNITS;
    }

    @Override
    NDArray summary(NDArray states, NDArray mask) {
        NDArray sum = states.mul(mask.expandDims(2)).sum(new int[] {1});
        return sum.div(mask.sum(new int[] {1}, true));
    }

    /** The backward direction begins with the padding, so that padding makes a difference. */
    @Override
    public ModelUnderTest declared() {
        return declaration().build();
    }
}
