package dev.mltest.corpus.program;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.NamedTensors;

import java.util.Map;

/**
 * A program at work: its live model in its own engine, reached by the engine's own means. Arrays of
 * mltest's model package only carry the numbers. Parameters are called as mltest's adapters call
 * them.
 */
public interface Run extends AutoCloseable {

    /** What the program says of these examples when it is asked to predict. */
    NamedTensors predict(Batch examples);

    /** Outputs of one forward pass in training mode. */
    NamedTensors trainingOutputs(Batch examples);

    /** The data loss, without penalties, in inference mode. */
    double loss(Batch examples);

    /** Gradients of the data loss in training mode, of every parameter that has one, by name. */
    Map<String, ArrayTensor> gradients(Batch examples);

    /** One training step, as the program takes it; returns the loss before. */
    double step(Batch examples);

    /** All weights and running statistics by name, copied. */
    Map<String, ArrayTensor> parameters();

    /** Overwrites one weight. */
    void assign(String parameter, ArrayTensor value);

    /** The model as the program saves it. */
    byte[] save();

    /** A program at work with a model that was saved. */
    Run load(byte[] saved);

    /** The same live model as mltest sees it: for recording, never for oracles. */
    Differentiable view();

    /** One training step on a batch as {@link #view()} takes it. */
    default void stepViewed(Batch viewed) {
        step(viewed);
    }

    /** What the program says of a batch as {@link #view()} takes it. */
    default NamedTensors predictViewed(Batch viewed) {
        return predict(viewed);
    }

    /** A batch of the program's data as {@link #view()} takes it. */
    default Batch viewed(Batch examples) {
        return examples;
    }

    @Override
    void close();
}
