package dev.mltest.corpus.images;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.loss.Loss;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** M2 in DJL: two normalised convolutions, dropout, logits. */
class DjlCnn extends DjlProgram {

    static final int FILTERS = 8;
    private final Images images;

    DjlCnn() {
        this(new Images());
    }

    DjlCnn(Images images) {
        super(images);
        this.images = images;
    }

    @Override
    public Program twin() {
        return new DjlCnn(images.twin());
    }

    @Override
    public double learningRate() {
        return 0.02;
    }

    @Override
    public Block block() {
        return classifier(features(new Layers()));
    }

    Layers features(Layers layers) {
        return layers.add("conv1", conv1())
                .add("norm1", norm())
                .add("act1", activation())
                .add("pool1", pool())
                .add("conv2", convolution(FILTERS, 3))
                .add("norm2", norm())
                .add("act2", activation())
                .add("pool2", pool());
    }

    Layers classifier(Layers layers) {
        return layers.add("flatten", flatten()).add("dropout", dropout()).add("head", head());
    }

    Block conv1() {
        return convolution(FILTERS, 3);
    }

    /** Without bias; the normalisation after it has one. */
    Block convolution(int filters, int size) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(size, size))
                .optPadding(new Shape(size / 2, size / 2))
                .optBias(false)
                .build();
    }

    Block norm() {
        return BatchNorm.builder().build();
    }

    Block activation() {
        return Activation.reluBlock();
    }

    Block pool() {
        return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    }

    Block flatten() {
        return Blocks.batchFlattenBlock();
    }

    Block dropout() {
        return Dropout.builder().optRate(dropRate()).build();
    }

    float dropRate() {
        return 0.1f;
    }

    Block head() {
        return Linear.builder().setUnits(Images.CLASSES).build();
    }

    @Override
    public Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }
}
