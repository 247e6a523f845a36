package dev.mltest.corpus.sequences;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.djl.Wired;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

/** M4 with a label at every step, in DJL. */
class DjlTagger extends DjlProgram {

    private static final int UNITS = 8;

    DjlTagger() {
        this(new Tagged());
    }

    DjlTagger(Tagged data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new DjlTagger();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    public Block block() {
        return new Wired(this::forward)
                .add(
                        "lstm",
                        LSTM.builder().setStateSize(UNITS).setNumLayers(1).build(),
                        1,
                        Tagged.STEPS,
                        1)
                .add(
                        "head",
                        Linear.builder().setUnits(Tagged.CLASSES).build(),
                        1,
                        Tagged.STEPS,
                        UNITS);
    }

    NDArray forward(Pass pass, NDList inputs) {
        return pass.through("head", pass.through("lstm", inputs.get(0)));
    }

    @Override
    public Loss loss() {
        return new StepLoss();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().paddedWith(0).causalAlong(1).build();
    }
}
