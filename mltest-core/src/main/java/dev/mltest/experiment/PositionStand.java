package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.NamedTensors;

import java.util.function.IntUnaryOperator;

/**
 * What a model says of a batch, and at which positions: what later outputs are compared with.
 *
 * @param steady the outputs and their round-off
 * @param positions the axes of the outputs that run over positions
 */
record PositionStand(SteadyOutputs steady, OutputPositions positions) {

    /** Whether an output at a position of a row is one that has to stay. */
    @FunctionalInterface
    interface Counting {
        boolean counts(int row, int position);
    }

    /**
     * What moved furthest beyond its tolerance.
     *
     * @param position of the output; -1 if it has none
     */
    record Movement(String output, int row, int position, double moved, double tolerance) {

        static final Movement NONE = new Movement("", -1, -1, 0, 0);

        boolean isBeyondRoundOff() {
            return moved > tolerance;
        }

        Movement worse(Movement other) {
            return row < 0 || other.excess() > excess() ? other : this;
        }

        private double excess() {
            return moved == 0 ? -1 : moved / Math.max(tolerance, Double.MIN_NORMAL);
        }
    }

    /** How often the model is asked: whole, and cut to half. */
    static final int FORWARDS = SteadyOutputs.FORWARDS + 1;

    static PositionStand of(Bench bench, AlignedBatch aligned) {
        SteadyOutputs steady = SteadyOutputs.of(bench, aligned.batch());
        return new PositionStand(
                steady, OutputPositions.of(bench.predictor(), aligned, steady.outputs()));
    }

    Movement movement(NamedTensors after, Counting counting) {
        return movement(after, counting, position -> position);
    }

    /** The same where what stood at a position now stands at another. */
    Movement movement(NamedTensors after, Counting counting, IntUnaryOperator newPosition) {
        Movement worst = Movement.NONE;
        for (var entry : positions.axes().entrySet()) {
            if (entry.getValue() != OutputPositions.UNKNOWN) {
                worst = worst.worse(
                        movement(entry.getKey(), entry.getValue(), after, counting, newPosition));
            }
        }
        return worst;
    }

    private Movement movement(
            String output,
            int axis,
            NamedTensors after,
            Counting counting,
            IntUnaryOperator newPosition) {
        double[][] moved = distances(output, after, axis > 0 ? newPosition : only -> only);
        Movement worst = new Movement(output, 0, axis > 0 ? 0 : -1, 0, tolerance(output, 0));
        for (int row = 0; row < moved.length; row++) {
            for (int position = 0; position < moved[row].length; position++) {
                if (axis == OutputPositions.NONE || counting.counts(row, position)) {
                    worst = worst.worse(new Movement(
                            output,
                            row,
                            axis > 0 ? position : -1,
                            moved[row][position],
                            tolerance(output, row)));
                }
            }
        }
        return worst;
    }

    double[][] distances(String output, NamedTensors after, IntUnaryOperator newPosition) {
        ArrayTensor from = steady.outputs().get(output).toArray();
        return PositionDistances.of(from, after.get(output).toArray(), axis(output), newPosition);
    }

    int axis(String output) {
        return positions.axis(output);
    }

    double tolerance(String output, int row) {
        double[] tolerances = steady.tolerances().getOrDefault(output, new double[0]);
        return tolerances[row];
    }
}
