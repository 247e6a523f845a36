package dev.mltest.corpus.program;

/** What a program is written with. */
public enum Engine {
    /** Deep Java Library on PyTorch. */
    DJL,
    /** Deeplearning4j on its native backend. */
    DL4J
}
