package dev.mltest.model;

/** Frees, when closed, every framework tensor that was made in this thread since it was opened. */
public interface Scope extends AutoCloseable {

    @Override
    void close();
}
