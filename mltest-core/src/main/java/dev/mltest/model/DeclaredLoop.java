package dev.mltest.model;

/**
 * States how the user trains.
 *
 * @param loop the user's own
 */
public record DeclaredLoop(TrainingLoop<?> loop) implements Declaration {}
