package dev.mltest.model;

/** The highest rung: a model with an optimiser. */
public interface Trainable extends Differentiable {

    /**
     * One optimiser step on this batch, just as the user's training would take it: forward pass in
     * training mode, backward pass, update of every trainable parameter, gradients cleared.
     *
     * @return the data loss of the forward pass, before the update
     */
    double step(Batch batch);
}
