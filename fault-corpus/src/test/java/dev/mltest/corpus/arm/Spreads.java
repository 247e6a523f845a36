package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.Spread;

/** Summaries written by hand. */
final class Spreads {

    private static final int COUNT = 100;

    private Spreads() {}

    static Spread normal(double mean, double std) {
        return new Spread(
                COUNT, 0, 0, mean - 3 * std, mean + 3 * std, mean, Math.abs(mean) + 0.8 * std, std);
    }

    static Spread between(double min, double max) {
        double mean = (min + max) / 2;
        return new Spread(COUNT, 0, 0, min, max, mean, Math.abs(mean), (max - min) / 4);
    }

    static Spread zero() {
        return new Spread(COUNT, 0, 1, 0, 0, 0, 0, 0);
    }

    static Spread withNaN(Spread spread) {
        return new Spread(
                spread.count(),
                1,
                spread.zeroShare(),
                spread.min(),
                spread.max(),
                spread.mean(),
                spread.meanAbs(),
                spread.std());
    }
}
