package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * First optimiser steps from one state, on batches whose gradients differ in size. Sizes are
 * Euclidean norms if clipping is by norm, and largest absolute elements if it is by value.
 *
 * @param limit the declared limit of the size of a gradient
 * @param byNorm whether it is for the norm over all trainable parameters
 * @param steps one entry for each batch
 */
public record ClippingEvidence(double limit, boolean byNorm, List<Step> steps) implements Evidence {

    /** Keeps its own copy. */
    public ClippingEvidence {
        steps = List.copyOf(steps);
    }

    /** Size of the whole, from the sizes of its parts. */
    public double together(double one, double other) {
        return byNorm ? Math.hypot(one, other) : Math.max(one, other);
    }

    /** Size of a step's gradient over all trainable parameters. */
    public double gradient(Step step) {
        return step.parts().stream().mapToDouble(Part::gradient).reduce(0, this::together);
    }

    /**
     * One step.
     *
     * @param batch what was done to the batch, for example {@code inputs times 10}
     * @param parts one for each trainable parameter
     */
    public record Step(String batch, List<Part> parts) {

        /** Keeps its own copy. */
        public Step {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What happened to one parameter.
     *
     * @param path which one
     * @param gradient size of its gradient
     * @param update size of its update
     * @param roundOff most that rounding can add to the size of the update
     */
    public record Part(ParameterPath path, double gradient, double update, double roundOff) {}
}
