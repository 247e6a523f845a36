package dev.mltest.library.mode;

import dev.mltest.evidence.ModesEvidence;
import dev.mltest.evidence.ModesEvidence.Erasure;
import dev.mltest.evidence.ModesEvidence.Layer;
import dev.mltest.evidence.ModesEvidence.NoisyScale;
import dev.mltest.experiment.Modes;
import dev.mltest.model.Task;
import dev.mltest.testing.WrittenEvidence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Evidence of a dropout layer, drawn at random.
 *
 * @param units elements looked at in each draw
 * @param rate the share that is dropped
 * @param factor what kept elements are multiplied by
 */
record ModesDrawn(int units, double rate, double factor) {

    private static final int DRAWS = 16;

    static ModesDrawn inverted(int units, double rate) {
        return new ModesDrawn(units, rate, 1 / (1 - rate));
    }

    /** Other noise for every seed under which a check looks. */
    WrittenEvidence evidence(long evaluation) {
        return WrittenEvidence.about(Task.regression())
                .withEach(new Modes(), seed -> of(new SplittableRandom(1000 * evaluation + seed)));
    }

    private ModesEvidence of(RandomGenerator random) {
        List<Double> signal = new ArrayList<>();
        List<Double> total = new ArrayList<>();
        int erased = 0;
        double[] values = random.doubles(units).map(x -> 2 * x - 0.5).toArray();
        for (int draw = 0; draw < DRAWS; draw++) {
            double kept = 0;
            double all = 0;
            for (double value : values) {
                boolean isKept = random.nextDouble() >= rate;
                erased += isKept ? 0 : 1;
                kept += isKept ? value * value : 0;
                all += value * value;
            }
            signal.add(factor * kept / all);
            total.add(factor * Math.sqrt(kept / all));
        }
        long elements = (long) DRAWS * units;
        Erasure erasure = new Erasure(elements, erased / (double) elements, true, 5);
        return new ModesEvidence(
                32,
                DRAWS,
                List.of(),
                List.of(new Layer(
                        "dropout", true, false, false, 1, erasure, new NoisyScale(signal, total))));
    }
}
