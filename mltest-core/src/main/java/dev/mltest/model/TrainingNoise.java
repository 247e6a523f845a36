package dev.mltest.model;

/** States that a forward pass in training mode draws random numbers, as dropout does. */
public record TrainingNoise() implements Declaration {}
