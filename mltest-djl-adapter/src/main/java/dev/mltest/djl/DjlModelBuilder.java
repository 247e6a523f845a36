package dev.mltest.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.ModelUnderTestBuilder;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Describes a DJL model. Without an optimizer it is not trained, without a loss it only predicts.
 */
public final class DjlModelBuilder extends ModelUnderTestBuilder<DjlModelBuilder> {

    private static final int PROBE_SIZE = 2;

    private final Supplier<? extends Block> blocks;
    private @Nullable String engine;
    private @Nullable Function<? super Block, ? extends Loss> loss;
    private @Nullable Supplier<? extends Optimizer> optimizer;
    private Shape @Nullable [] inputShapes;
    private @Nullable Initializer initializer;
    private @Nullable Dataset data;

    DjlModelBuilder(String name, Supplier<? extends Block> blocks) {
        super(name);
        this.blocks = blocks;
    }

    @Override
    protected DjlModelBuilder self() {
        return this;
    }

    /**
     * The name of DJL's engine to compute with, {@code PyTorch} or {@code MXNet}. Unless stated, it
     * is DJL's default engine if the user set one, else PyTorch, else MXNet.
     */
    public DjlModelBuilder engine(String given) {
        engine = given;
        return this;
    }

    /** The loss it is trained on. Weight decay within a composite loss counts in training only. */
    public DjlModelBuilder loss(Loss given) {
        return loss(block -> given);
    }

    /**
     * The loss it is trained on, made from the initialised block: what weight decay over its
     * parameters needs.
     */
    public DjlModelBuilder loss(Function<? super Block, ? extends Loss> given) {
        loss = given;
        return this;
    }

    /** Makes the optimizer, a new one on every call. */
    public DjlModelBuilder optimizer(Supplier<? extends Optimizer> given) {
        optimizer = given;
        return this;
    }

    /** Shapes to initialise the block with; those of the first training examples unless stated. */
    public DjlModelBuilder inputShapes(Shape... given) {
        inputShapes = given.clone();
        return this;
    }

    /** Initialises the weights; what the layers themselves choose unless stated. */
    public DjlModelBuilder initializer(Initializer given) {
        initializer = given;
        return this;
    }

    @Override
    public DjlModelBuilder trainingData(Dataset given) {
        data = given;
        return super.trainingData(given);
    }

    @Override
    protected ModelFactory factory() {
        if (optimizer != null) {
            require(loss, "loss for its optimizer", ".loss(Loss.softmaxCrossEntropyLoss())");
        }
        NetworkRecipe recipe = new NetworkRecipe(name(), blocks, this::shapes, initializer);
        TwinFactory twins = new DoubleTwin(name(), recipe, loss, this::probe);
        return new DjlModelFactory(name(), engine, recipe, loss, optimizer, this::probe, twins);
    }

    private Shape[] shapes() {
        return inputShapes != null ? inputShapes : Upload.inputShapes(probe());
    }

    private Batch probe() {
        Dataset examples = require(data, "training data", ".trainingData(...)");
        return examples.examples(
                IntStream.range(0, Math.min(PROBE_SIZE, examples.size())).toArray());
    }
}
