package dev.mltest.djl;

/**
 * A model's own source of seeds, one for each pass in training mode. The engine's random state is
 * shared by the whole JVM and cannot be read; this one can be read and put back.
 */
final class Noise {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long position;

    Noise(long seed) {
        position = seed;
    }

    /** The seed of the next pass. */
    int next() {
        position += GOLDEN;
        long mixed = (position ^ (position >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) (mixed ^ (mixed >>> 31));
    }

    long position() {
        return position;
    }

    void reset(long to) {
        position = to;
    }
}
