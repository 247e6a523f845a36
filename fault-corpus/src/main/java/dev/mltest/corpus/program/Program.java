package dev.mltest.corpus.program;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.ModelUnderTestBuilder;
import dev.mltest.model.NamedTensors;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A small training program, as a user would write it in one engine. Each carrier is a subclass; a
 * fault is the same program with one method overridden.
 */
public abstract class Program {

    /** What mltest calls every program, so that no check and no rule can tell one by its name. */
    public static final String NAME = "program";

    private Loop loop = new Loop();

    /** What it is written with. */
    public abstract Engine engine();

    /** The correct program that this one is, or is an edit of. */
    public abstract Program twin();

    /** What it learns, and from what. */
    public abstract Data data();

    /** What its optimiser was told. */
    public abstract double learningRate();

    /** A freshly initialised model, at work. */
    public abstract Run start(long seed);

    /** The layers of a model that was started, in forward order. */
    public abstract List<Layer> layers();

    /** What a user hands to mltest: model, loss, optimiser, training and validation data only. */
    public abstract ModelUnderTest described();

    /** That, and all that mltest lets a user declare of this program. */
    public abstract ModelUnderTest declared();

    /** Adds to a description what is declared of every program: loop, metric and noise. */
    protected final <B extends ModelUnderTestBuilder<B>> B declare(B description) {
        description.trainingLoop(OwnTraining.of(this));
        if (isScoredByOutputs()) {
            description.metric(this::score);
        }
        return drawsNoise() ? description.drawsNoiseInTraining() : description;
    }

    /** After how many steps of the loop the optimiser acts. */
    protected int accumulated() {
        return 1;
    }

    /** Whether training draws random numbers in the forward pass. */
    protected boolean drawsNoise() {
        return layers().stream().anyMatch(layer -> layer.dropRate() > 0);
    }

    /** Whether the score is one of the model's own outputs, not of something made of them. */
    protected boolean isScoredByOutputs() {
        return true;
    }

    /** This program with another training loop. */
    public final Program trainedBy(Loop other) {
        loop = other;
        return this;
    }

    /** Trains a model that was just started. */
    public final void train(Run run, long seed, Watch watch) {
        loop.train(this, run, seed, watch);
    }

    final double validate(Run run) {
        return loop.validate(this, run);
    }

    /** How good the program believes it is on these examples; higher is better. */
    public final double score(Run run, Dataset examples) {
        Batch all = examples.examples(IntStream.range(0, examples.size()).toArray());
        return score(run.predict(all), all);
    }

    /** How good these outputs of the program are; higher is better. */
    protected double score(NamedTensors outputs, Batch examples) {
        return data().score(outputs, examples);
    }
}
