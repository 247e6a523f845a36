package dev.mltest.corpus.serving;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** M11 in DJL: two layers behind one that learns a gain and an offset for each value. */
class DjlFruit extends DjlProgram implements Served {

    private final Fruit data;
    private final Serving serving;

    DjlFruit() {
        this(new Serving());
    }

    DjlFruit(Serving serving) {
        this(new Fruit(), serving);
    }

    private DjlFruit(Fruit data, Serving serving) {
        super(data);
        this.data = data;
        this.serving = serving;
    }

    @Override
    public Program twin() {
        return new DjlFruit();
    }

    @Override
    public Fruit data() {
        return data;
    }

    @Override
    public Serving serving() {
        return serving;
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    public Block block() {
        return new Layers()
                .add("calibration", calibration())
                .add("hidden", dense(16))
                .add("relu", Activation.reluBlock())
                .add("head", dense(Fruit.NAMES.size()));
    }

    Block calibration() {
        return new Calibration();
    }

    private static Block dense(int units) {
        return Linear.builder().setUnits(units).build();
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }
}
