package dev.mltest.model;

/**
 * A tensor that belongs to a model: a weight, or state such as a running mean.
 *
 * @param path its place; unique within the model and the same in every run
 * @param role what may move it
 * @param shape axis sizes
 * @param elementType number format
 */
public record Parameter(ParameterPath path, Role role, Shape shape, ElementType elementType) {

    /** What may move a parameter. */
    public enum Role {
        /** The optimiser moves it along its gradient. */
        TRAINABLE,
        /** A weight that is excluded from training. */
        FROZEN,
        /** Moved by forward passes in training mode, never by a gradient: running statistics. */
        STATE
    }

    /** Whether the optimiser is meant to move it. */
    public boolean isTrainable() {
        return role == Role.TRAINABLE;
    }

    /** Path and shape, for example {@code head/weight [3x64]}. */
    public String describe() {
        return path + " " + shape;
    }
}
