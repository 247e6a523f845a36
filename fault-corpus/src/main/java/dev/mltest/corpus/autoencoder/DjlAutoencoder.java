package dev.mltest.corpus.autoencoder;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** M6 in DJL: twelve samples through a code of four numbers. */
class DjlAutoencoder extends DjlProgram {

    static final int CODE = 4;

    DjlAutoencoder() {
        this(new Waves());
    }

    DjlAutoencoder(Waves data) {
        super(data);
    }

    @Override
    public Program twin() {
        return new DjlAutoencoder();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    public Block block() {
        return new TwoParts(encoder(), decoder());
    }

    Block encoder() {
        return new Layers()
                .add("hidden", dense(20))
                .add("relu", Activation.reluBlock())
                .add("code", dense(CODE))
                .add("act", Activation.tanhBlock());
    }

    Block decoder() {
        return new Layers()
                .add("hidden", dense(20))
                .add("relu", Activation.reluBlock())
                .add("output", dense(Waves.SAMPLES));
    }

    static Block dense(int units) {
        return Linear.builder().setUnits(units).build();
    }

    @Override
    public Loss loss() {
        return Loss.l2Loss();
    }
}
