package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.random.RandomGenerator;

/** Writes other values into positions of an input that seem not to be read. */
final class OverwrittenGaps {

    static final int ATTEMPTS = 2;

    private OverwrittenGaps() {}

    /** Largest change of an output or of the loss. */
    static double moved(Bench bench, Batch batch, String name, boolean[] gaps) {
        Reaction before = Reaction.of(bench, batch);
        double moved = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ArrayTensor other = noisy(batch.input(name), gaps, bench.random(name + attempt));
            Batch changed = batch.withInputs(batch.inputs().with(name, other));
            moved = Math.max(moved, before.distance(Reaction.of(bench, changed)));
        }
        return moved;
    }

    /** Three standard deviations up or down. */
    private static ArrayTensor noisy(ArrayTensor input, boolean[] gaps, RandomGenerator random) {
        double mean = input.summary().mean();
        double spread = input.map(value -> value - mean).summary().rms();
        double step = 3 * (spread > 0 ? spread : 1);
        double[] values = input.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] += gaps[i % gaps.length] ? (random.nextBoolean() ? step : -step) : 0;
        }
        return ArrayTensor.of(input.elementType(), input.shape(), values);
    }
}
