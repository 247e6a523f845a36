package dev.mltest.corpus.images;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** Ten layers without normalisation, in DJL: two convolutions, then dense ones. */
class DjlDeepCnn extends DjlCnn {

    DjlDeepCnn() {
        super(new Images() {
            @Override
            public int epochs() {
                return 16;
            }
        });
    }

    @Override
    public Program twin() {
        return new DjlDeepCnn();
    }

    @Override
    public double learningRate() {
        return 0.005;
    }

    @Override
    public Block block() {
        Layers layers = new Layers()
                .add("conv1", conv1())
                .add("act1", activation())
                .add("pool1", pool())
                .add("conv2", convolution(FILTERS, 3))
                .add("act2", activation())
                .add("pool2", pool())
                .add("flatten", flatten());
        for (int i = 3; i < 10; i++) {
            layers.add("dense" + i, dense()).add("act" + i, activation());
        }
        return layers.add("head", head());
    }

    private static Block dense() {
        return Linear.builder().setUnits(24).build();
    }
}
