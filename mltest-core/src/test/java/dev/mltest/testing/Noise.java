package dev.mltest.testing;

/** A random generator whose whole state is one number (SplitMix64, Steele, Lea and Flood 2014). */
public final class Noise {

    private long state;

    /** Starts from this seed. */
    public Noise(long seed) {
        state = seed;
    }

    /** The state. */
    public long state() {
        return state;
    }

    /** Puts the state back. */
    public void reset(long to) {
        state = to;
    }

    /** Uniform in 0 to 1. */
    public double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53;
    }

    /** Standard normal (Box and Muller). */
    public double normal() {
        return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    }
}
