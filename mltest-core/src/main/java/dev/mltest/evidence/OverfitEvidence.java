package dev.mltest.evidence;

import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * An attempt to learn one small batch by heart, and the same attempt with every input replaced by
 * that of the first example.
 *
 * @param examples number of examples in the batch
 * @param chance loss of the best outputs that do not depend on the input; NaN if unknown
 * @param floor smallest loss that any outputs can have, found by evaluating the model's own loss at
 *     its targets; above 0 with label smoothing, say; NaN if unknown
 * @param downhill how far the data loss still falls from where the attempt ended, if it is followed
 *     down its own gradient for a few steps; 0 at a stationary point
 * @param real the attempt
 * @param ablated the control
 * @param leftover what was not learnt; nothing, if the attempt came close to the floor
 */
public record OverfitEvidence(
        int examples,
        double chance,
        double floor,
        double downhill,
        Curve real,
        Curve ablated,
        Leftover leftover)
        implements Evidence {

    /**
     * One training run on one batch.
     *
     * @param steps optimiser steps taken
     * @param points the loss of the batch while training
     */
    public record Curve(int steps, List<Point> points) {

        /** Keeps its own copy. */
        public Curve {
            points = List.copyOf(points);
        }

        /** Loss before the first step, in inference mode. */
        public double start() {
            return points.get(0).loss();
        }

        /** Smallest loss seen, in inference or training mode. */
        public double best() {
            return points.stream().mapToDouble(Point::best).min().orElse(Double.NaN);
        }

        /** Change of the loss in training mode from the first steps to the last. */
        public double trainingRise() {
            return points.size() < 2
                    ? 0
                    : points.get(points.size() - 1).trainingLoss()
                            - points.get(1).trainingLoss();
        }

        /** Loss after the last step, in inference mode. */
        public double end() {
            return points.get(points.size() - 1).loss();
        }

        /**
         * Smallest loss in inference mode over the first part of the run, a fraction of its points.
         */
        public double bestUntil(double part) {
            int count = Math.max(1, (int) Math.ceil(part * points.size()));
            return points.subList(0, count).stream()
                    .mapToDouble(Point::loss)
                    .min()
                    .orElse(Double.NaN);
        }
    }

    /**
     * The loss at one moment.
     *
     * @param step steps taken before
     * @param loss in inference mode
     * @param trainingLoss in training mode, averaged over the steps since the previous point
     */
    public record Point(int step, double loss, double trainingLoss) {

        double best() {
            return Double.isNaN(trainingLoss) ? loss : Math.min(loss, trainingLoss);
        }
    }

    /**
     * What an attempt left unlearnt.
     *
     * @param examples how many of the batch's examples are still nearer to chance than to the floor
     * @param unreached to each trainable parameter, in the order of a forward pass, how many of
     *     those examples give it a gradient of exactly zero
     * @param fewer the same attempt on the first few of the examples only
     */
    public record Leftover(int examples, List<Unreached> unreached, List<Fewer> fewer) {

        /** Keeps its own copies. */
        public Leftover {
            unreached = List.copyOf(unreached);
            fewer = List.copyOf(fewer);
        }

        /** Everything was learnt. */
        public static Leftover none() {
            return new Leftover(0, List.of(), List.of());
        }
    }

    /**
     * How many unlearnt examples a parameter gets nothing from.
     *
     * @param path the parameter
     * @param examples their number
     */
    public record Unreached(ParameterPath path, int examples) {}

    /**
     * An attempt on fewer examples.
     *
     * @param examples how many
     * @param steps optimiser steps taken
     * @param best smallest loss seen, in inference or training mode
     */
    public record Fewer(int examples, int steps, double best) {}
}
