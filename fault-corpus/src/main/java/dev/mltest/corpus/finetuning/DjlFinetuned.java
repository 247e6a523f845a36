package dev.mltest.corpus.finetuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.loss.Loss;
import ai.djl.util.Pair;

import dev.mltest.corpus.djl.Pass;
import dev.mltest.corpus.djl.Wired;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;

/** M9 in DJL: a frozen backbone, kept in inference mode, and a new head with a hidden layer. */
class DjlFinetuned extends DjlPretrained {

    private static final int UNITS = 12;

    DjlFinetuned() {
        super(new Target());
    }

    @Override
    public Program twin() {
        return new DjlFinetuned();
    }

    @Override
    public double learningRate() {
        return 0.01;
    }

    @Override
    public Block block() {
        Wired model = new Wired(this::forward).add("backbone", backbone(), 1, Points.COORDINATES);
        addHead(model);
        freeze(model);
        return model;
    }

    void addHead(Wired model) {
        model.add("neck", DjlBackbone.dense(UNITS), 1, DjlBackbone.WIDTH)
                .add("dropout", Dropout.builder().optRate(0.2f).build(), 1, UNITS)
                .add("head", DjlBackbone.dense(Target.CLASSES), 1, UNITS);
    }

    private Block backbone() {
        Block backbone = DjlBackbone.backbone();
        initialize(backbone);
        load(backbone);
        return backbone;
    }

    static void initialize(Block backbone) {
        backbone.initialize(
                NDManager.newBaseManager(), DataType.FLOAT32, new Shape(1, Points.COORDINATES));
    }

    /** Copies the pretrained weights, layer by layer. */
    void load(Block backbone) {
        Block pretrained = DjlBackbone.pretrained().getChildren().valueAt(0);
        backbone.getChildren().forEach(layer -> {
            Block source = pretrained.getChildren().get(source(layer.getKey()));
            layer.getValue()
                    .getParameters()
                    .forEach(weight -> weight.getValue()
                            .getArray()
                            .stopGradient()
                            .set(
                                    new NDIndex("..."),
                                    source.getParameters().get(weight.getKey()).getArray()));
        });
    }

    /** Which layer of the pretrained model a layer takes its weights from. */
    String source(String layer) {
        return layer;
    }

    /** Freezes what is not to be trained. */
    void freeze(Wired model) {
        freeze(model, 1);
    }

    /** Freezes the first layers. */
    static void freeze(Wired model, int count) {
        for (Pair<String, Block> layer : model.getChildren().subList(0, count)) {
            layer.getValue().freezeParameters(true);
        }
    }

    NDArray forward(Pass pass, NDList inputs) {
        return logits(pass, features(pass, inputs.head()));
    }

    NDArray logits(Pass pass, NDArray features) {
        NDArray hidden = Activation.relu(pass.through("neck", features));
        return pass.through("head", pass.through("dropout", hidden));
    }

    /** What the backbone sees, by the statistics that it came with. */
    NDArray features(Pass pass, NDArray points) {
        return pass.through("backbone", points, false);
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().frozen("backbone/**").build();
    }
}
