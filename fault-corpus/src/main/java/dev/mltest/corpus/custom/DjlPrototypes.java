package dev.mltest.corpus.custom;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** M10 in DJL: how near an embedded point is to each class's prototype. */
class DjlPrototypes extends DjlProgram {

    DjlPrototypes() {
        super(new Clusters());
    }

    @Override
    public Program twin() {
        return new DjlPrototypes();
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    public Block block() {
        return new Layers()
                .add("embed1", dense(16))
                .add("act", activation())
                .add("embed2", dense(3))
                .add("prototypes", prototypes());
    }

    static Block dense(int units) {
        return Linear.builder().setUnits(units).build();
    }

    Block activation() {
        return new Softplus();
    }

    Block prototypes() {
        return new Prototypes(Clusters.CLASSES);
    }

    @Override
    public Loss loss() {
        return new NearestPrototype();
    }
}
