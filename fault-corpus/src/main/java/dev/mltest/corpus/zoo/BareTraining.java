package dev.mltest.corpus.zoo;

/** A network in its own engine, without mltest. */
interface BareTraining extends AutoCloseable {

    /** One training step on one batch. */
    void step();

    @Override
    void close();
}
