package dev.mltest.model;

/**
 * How the user's program predicts when several threads ask at the same time: the object that all of
 * them share, whatever it does inside to be shared.
 */
@FunctionalInterface
public interface ConcurrentService extends AutoCloseable {

    /** Outputs, axis 0 running over the examples; called by several threads at once. */
    NamedTensors predict(Batch batch) throws Exception;

    /** Frees what it holds. */
    @Override
    default void close() {}
}
