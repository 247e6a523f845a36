package dev.mltest.model;

/** How a forward pass is run. */
public enum Mode {
    /** Dropout draws, batch normalisation uses and updates batch statistics. */
    TRAINING,
    /** As in production: no noise, running statistics, nothing moves. */
    INFERENCE
}
