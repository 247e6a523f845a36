package dev.mltest.evidence;

import java.util.List;

/**
 * The loss along the optimiser's first update, on the batch the update was computed from, in
 * training mode with the same noise.
 *
 * @param batches one entry for each batch, each from the same start
 */
public record DescentEvidence(List<Descent> batches) implements Evidence {

    /** Keeps its own copy. */
    public DescentEvidence {
        batches = List.copyOf(batches);
    }

    /**
     * The line from before to after one step.
     *
     * @param lossBefore loss before the step
     * @param updateNorm Euclidean norm of the update over all trainable parameters
     * @param cosine of the angle between the update and the gradient that the model reports: below
     *     0 if, by that gradient, the update leads downhill; NaN if either is 0
     * @param points the loss at fractions of the update
     */
    public record Descent(double lossBefore, double updateNorm, double cosine, List<Point> points) {

        /** Keeps its own copy. */
        public Descent {
            points = List.copyOf(points);
        }

        /** Smallest loss along the update, minus the loss before it. */
        public double bestChange() {
            return points.stream()
                    .mapToDouble(point -> point.loss() - lossBefore)
                    .filter(change -> !Double.isNaN(change))
                    .min()
                    .orElse(Double.NaN);
        }

        /** Largest absolute change of the loss along the update. */
        public double largestChange() {
            return points.stream()
                    .mapToDouble(point -> Math.abs(point.loss() - lossBefore))
                    .max()
                    .orElse(Double.NaN);
        }
    }

    /**
     * One point of the line.
     *
     * @param fraction share of the update that was applied
     * @param loss the loss there
     */
    public record Point(double fraction, double loss) {}
}
