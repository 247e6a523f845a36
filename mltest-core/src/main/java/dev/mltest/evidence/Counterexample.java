package dev.mltest.evidence;

import dev.mltest.model.Shape;

import java.util.List;

/**
 * A case that breaks a relation, as it was found and as simple as it could be made.
 *
 * @param index number of the case
 * @param before as it was found, with all examples of its batch
 * @param after as simple as it could be made while it fails
 * @param error of the simple form
 * @param tolerance of the simple form, measured for it
 * @param tries how many simpler forms were tried
 * @param pictures the first example of the simple form, and the same after the change, if they are
 *     small images
 */
public record Counterexample(
        int index,
        Form before,
        Form after,
        double error,
        double tolerance,
        int tries,
        List<Picture> pictures) {

    /** Keeps its own copy. */
    public Counterexample {
        pictures = List.copyOf(pictures);
    }

    /**
     * One image.
     *
     * @param title what it shows
     * @param channels how many numbers each point has
     * @param height rows of points
     * @param width points in a row
     * @param values channel after channel, row after row
     */
    public record Picture(String title, int channels, int height, int width, List<Double> values) {

        /** Keeps its own copy. */
        public Picture {
            values = List.copyOf(values);
        }
    }

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
