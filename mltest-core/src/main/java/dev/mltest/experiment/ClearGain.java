package dev.mltest.experiment;

import dev.mltest.evidence.Gain;

import java.util.List;

/**
 * When a training has shown enough: the loss is below that of constant outputs beyond any doubt,
 * and part of the way from the start to the floor is done. A model that was better than constants
 * before has little way to go, and need only stay so for a while.
 *
 * @param constant loss of constant outputs on each batch that is looked at; NaN if unknown
 * @param start loss before the first step
 * @param floor smallest loss that any outputs have; NaN if unknown
 * @param part of the way
 */
record ClearGain(List<Double> constant, List<Double> start, double floor, double part) {

    private static final double CHANCE = 1e-6;
    private static final int A_WHILE = 40;

    /** Whether nothing more is to be learnt from further steps. */
    boolean endsTraining(int step, List<Double> losses) {
        double loss = mean(losses);
        boolean hasAim = Double.isFinite(mean(constant));
        return !hasAim || !Double.isFinite(loss) || step > 0 && isReached(step, losses);
    }

    private boolean isReached(int step, List<Double> losses) {
        boolean lasts = step >= A_WHILE && isClear(start);
        return isClear(losses) && (lasts || Double.isNaN(floor) || isFarEnough(mean(losses)));
    }

    private boolean isClear(List<Double> losses) {
        return Gain.of(constant, losses).isPositive(CHANCE);
    }

    private boolean isFarEnough(double loss) {
        double from = mean(start);
        return from - loss >= part * (from - floor);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }
}
