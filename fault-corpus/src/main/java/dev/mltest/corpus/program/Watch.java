package dev.mltest.corpus.program;

import dev.mltest.model.Batch;

/** Looks on while a program trains. */
public interface Watch {

    /** Sees nothing. */
    static Watch nothing() {
        return new Watch() {};
    }

    /** A training step is about to be taken on this batch. */
    default void before(int epoch, Batch batch) {}

    /** A training step was taken. */
    default void after(int epoch, Batch batch, double loss) {}

    /** An epoch ended; validation scored this much. */
    default void epochEnded(int epoch, double validationScore) {}
}
