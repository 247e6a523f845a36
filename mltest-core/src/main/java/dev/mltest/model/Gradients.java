package dev.mltest.model;

import java.util.Map;

/**
 * What one backward pass gave.
 *
 * @param loss the data loss the gradients belong to
 * @param parameters d loss / d parameter for every trainable parameter; zeros where nothing arrived
 * @param inputs d loss / d input for every floating-point input, by name; empty if the framework
 *     cannot say
 */
public record Gradients(
        double loss, Map<ParameterPath, Tensor> parameters, Map<String, Tensor> inputs) {

    /**
     * The gradient of one trainable parameter.
     *
     * @throws IllegalArgumentException if the parameter is not trainable
     */
    public Tensor of(ParameterPath path) {
        Tensor gradient = parameters.get(path);
        if (gradient == null) {
            throw new IllegalArgumentException("no gradient was asked for " + path);
        }
        return gradient;
    }
}
