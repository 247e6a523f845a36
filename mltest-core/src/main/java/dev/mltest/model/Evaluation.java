package dev.mltest.model;

/**
 * What one forward pass gave.
 *
 * @param loss the data loss without regularisation, averaged over the batch as the model's own loss
 *     averages it
 * @param outputs the model's outputs
 */
public record Evaluation(double loss, NamedTensors outputs) {}
