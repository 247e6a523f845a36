package dev.mltest.corpus.program;

/** Shows by the engine's own means, never by mltest's checks, what an edit did. */
@FunctionalInterface
public interface Oracle {

    /** Looks at an edited program and at its correct twin. */
    Confirmation confirm(Program edited, Program twin);
}
