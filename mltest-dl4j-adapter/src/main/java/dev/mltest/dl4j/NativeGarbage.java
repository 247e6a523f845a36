package dev.mltest.dl4j;

import org.bytedeco.javacpp.Pointer;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Has the arrays that nobody holds any more collected before they fill the machine. They lie
 * outside the Java heap, which hardly fills, so that the collector sees no reason to run; JavaCPP
 * itself steps in at four times the largest heap, which by default is all of the machine's memory,
 * and ND4J's periodic collection is off unless somebody turns it on.
 */
final class NativeGarbage {

    private static final long MOST_BYTES = 512L << 20;
    private static final int PAUSE_MILLIS = 100;
    private static final AtomicLong LEAST_SEEN = new AtomicLong(Long.MAX_VALUE);

    private NativeGarbage() {}

    /** To be called after each pass. */
    static void limit() {
        long held = Pointer.physicalBytes();
        long least = LEAST_SEEN.accumulateAndGet(held, Math::min);
        if (held - least > MOST_BYTES) {
            System.gc();
            pause();
            // What is freed from here on lowers it again; what is live now does not count twice.
            LEAST_SEEN.set(Pointer.physicalBytes());
        }
    }

    /** ND4J frees what was collected in threads of its own. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
