package dev.mltest.experiment;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random numbers that depend on a seed and a purpose only. */
final class Randomness {

    private Randomness() {}

    static RandomGenerator of(long seed, String purpose) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose.hashCode());
    }
}
