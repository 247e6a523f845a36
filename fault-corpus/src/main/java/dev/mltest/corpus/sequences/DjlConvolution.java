package dev.mltest.corpus.sequences;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;

import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.djl.Wired;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

/** Tags by a causal convolution, in DJL: each step sees the last four changes. */
class DjlConvolution extends DjlTagger {

    static final int SIZE = 4;
    private static final int UNITS = 8;

    @Override
    public Program twin() {
        return new DjlConvolution();
    }

    @Override
    public Block block() {
        return new Wired(this::forward)
                .add("conv", convolution(), 1, 1, Tagged.STEPS)
                .add(
                        "head",
                        Linear.builder().setUnits(Tagged.CLASSES).build(),
                        1,
                        Tagged.STEPS,
                        UNITS);
    }

    private static Block convolution() {
        return Conv1d.builder()
                .setFilters(UNITS)
                .setKernelShape(new Shape(SIZE))
                .optPadding(new Shape(SIZE - 1))
                .build();
    }

    @Override
    NDArray forward(Pass pass, NDList inputs) {
        NDArray changes = inputs.get(0).transpose(0, 2, 1);
        long steps = changes.getShape().get(2);
        NDArray all = pass.through("conv", changes);
        NDArray seen = all.get(":, :, " + ahead() + ":" + (ahead() + steps));
        return pass.through("head", Activation.relu(seen.transpose(0, 2, 1)));
    }

    /** How many steps ahead of its own a step sees. */
    int ahead() {
        return 0;
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().paddedWith(0).causalAlong(1).seesAtMost(SIZE).build();
    }
}
