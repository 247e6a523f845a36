package dev.mltest.djl;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One at a time in the whole JVM: the engine has one gradient collector and one random state, and
 * both belong to whoever holds this lock.
 */
final class EngineLock {

    private static final ReentrantLock LOCK = new ReentrantLock(true);

    private EngineLock() {}

    /** Does some work while nobody else collects gradients or draws random numbers. */
    static <T> T holding(Supplier<T> work) {
        LOCK.lock();
        try {
            return work.get();
        } finally {
            LOCK.unlock();
        }
    }
}
