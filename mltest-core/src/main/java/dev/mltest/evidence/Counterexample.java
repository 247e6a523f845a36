package dev.mltest.evidence;

import dev.mltest.model.Shape;

/**
 * A case that breaks a relation, as it was found and as simple as it could be made.
 *
 * @param index number of the case
 * @param before as it was found, with all examples of its batch
 * @param after as simple as it could be made while it fails
 * @param error of the simple form
 * @param tolerance of the simple form, measured for it
 * @param tries how many simpler forms were tried
 */
public record Counterexample(
        int index, Form before, Form after, double error, double tolerance, int tries) {

    /**
     * How large it is.
     *
     * @param shape of the first input; axis 0 runs over the examples
     * @param notZero how many of its values are not 0
     * @param transformation the change, in words
     */
    public record Form(Shape shape, int notZero, String transformation) {

        /** Number of examples. */
        public long examples() {
            return shape.size(0);
        }
    }
}
