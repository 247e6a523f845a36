package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;

import java.util.function.DoubleFunction;

/**
 * How far outputs may be driven. Scores have no end. Quantities do: outputs that estimate targets
 * are driven to ten times the largest target, since an exponential, as of a rate or a variance,
 * overflows in any precision where no target calls for it.
 *
 * @param most largest absolute output that is of interest
 */
record StressRange(double most) {

    static final int TRIES = 4;

    private static final double LARGEST_INPUTS = 10_000;
    private static final double SMALLER = 0.1;
    private static final double TIMES_THE_TARGETS = 10;

    static StressRange of(Task task, Batch batch) {
        boolean estimates = task instanceof Task.Regression || task instanceof Task.Reconstruction;
        return new StressRange(
                estimates && !batch.targets().isEmpty()
                        ? TIMES_THE_TARGETS
                                * Math.max(1, batch.target().summary().maxAbs())
                        : Double.POSITIVE_INFINITY);
    }

    /** The largest factor for the inputs, 10,000 or less, that keeps exact outputs in range. */
    double inputFactor(DoubleFunction<NamedTensors> exactOutputs) {
        double factor = LARGEST_INPUTS;
        for (int i = 0; i < TRIES && isLeftBy(exactOutputs.apply(factor)); i++) {
            factor *= SMALLER;
        }
        return factor;
    }

    /** Whether some output is beyond the range or no number at all. */
    boolean isLeftBy(NamedTensors outputs) {
        return Double.isFinite(most)
                && outputs.any(tensor ->
                        tensor.summary().nonFinite() > 0 || tensor.summary().maxAbs() > most);
    }
}
