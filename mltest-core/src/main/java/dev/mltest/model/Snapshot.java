package dev.mltest.model;

/**
 * Everything that decides how a model goes on: parameters, running statistics, optimiser state,
 * counters and random state. Only the model that took it can read it.
 */
public interface Snapshot extends AutoCloseable {

    /** Frees what the snapshot holds. */
    @Override
    void close();
}
