package dev.mltest.model;

/**
 * States that what a model says at a position depends on this and earlier positions of its first
 * input only, as a model must that is to generate or to predict as data arrives.
 *
 * @param axis the axis of the input that runs over positions; 0 to find it by its size
 */
public record DeclaredCausality(int axis) implements Declaration {

    /** Checks the axis. */
    public DeclaredCausality {
        if (axis != 0) {
            requireBehindExamples(axis);
        }
    }

    static int requireBehindExamples(int axis) {
        if (axis < 1) {
            throw new ConfigurationException(
                    "positions run along an axis behind axis 0, which runs over the examples, but"
                            + " got axis %d; write 1, or 2 for [N x channels x positions]"
                                    .formatted(axis));
        }
        return axis;
    }
}
