package dev.mltest.corpus.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Engine;
import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.djl.Djl;
import dev.mltest.djl.DjlModelBuilder;
import dev.mltest.model.ModelUnderTest;

import java.util.List;

/** A program as a user of the Deep Java Library writes it; a carrier fills in the first four. */
public abstract class DjlProgram extends Program {

    private final Data data;

    /** A program that learns from this. */
    protected DjlProgram(Data data) {
        this.data = data;
    }

    /** The model's block, new on every call. */
    public abstract Block block();

    /** What training makes small. */
    public abstract Loss loss();

    /** How it makes it small, new on every call. */
    public Optimizer optimizer() {
        return Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed((float) learningRate()))
                .build();
    }

    /** Prepares a model that was just initialised: loads weights, freezes layers. */
    public void prepare(Block block) {}

    /** One step of the training loop; returns the loss before. */
    public double step(Trainer trainer, NDList inputs, NDList labels) {
        double before;
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList outputs = trainer.forward(inputs, labels);
            NDArray loss = trainer.getLoss().evaluate(labels, outputs);
            before = loss.sum().getFloat();
            collector.backward(loss);
        }
        trainer.step();
        return before;
    }

    /** How the program predicts. */
    public NDList predict(Trainer trainer, NDList inputs) {
        return trainer.evaluate(inputs);
    }

    @Override
    public final Engine engine() {
        return Engine.DJL;
    }

    @Override
    public Data data() {
        return data;
    }

    @Override
    public Run start(long seed) {
        return DjlRun.start(this, seed);
    }

    @Override
    public final List<Layer> layers() {
        return LayerList.of(block());
    }

    @Override
    public ModelUnderTest described() {
        return description().build();
    }

    @Override
    public ModelUnderTest declared() {
        return declaration().build();
    }

    /** The description with what is declared of every program, for a carrier to add to. */
    protected final DjlModelBuilder declaration() {
        return declare(description());
    }

    /** The description that is handed to mltest, for a carrier to start with. */
    protected DjlModelBuilder description() {
        return Djl.model(NAME, this::block)
                .task(data.task())
                .loss(loss())
                .optimizer(this::optimizer)
                .trainingData(data.training())
                .validationData(data.validation())
                .batchSize(data.batchSize());
    }
}
