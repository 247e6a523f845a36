package dev.mltest.model;

/**
 * The output of one layer in one forward pass.
 *
 * @param layer the layer's path; layers come in the order in which they ran
 * @param value the output; its axis 0 runs over the examples unless the layer says otherwise
 */
public record Activation(String layer, Tensor value) {}
