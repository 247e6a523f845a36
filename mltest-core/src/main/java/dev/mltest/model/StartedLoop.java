package dev.mltest.model;

/** A loop that was started, to be closed by whoever started it. */
public interface StartedLoop extends AutoCloseable {

    /** The model that it trains. */
    Object model();

    /** One training step. */
    void step(Batch batch);

    /** Whether it can take single steps. */
    boolean steps();

    /** Trains by its own means. */
    void train();

    /** Validates by its own means. */
    void validate();

    /** Predicts. */
    NamedTensors predict(Batch batch);

    /** Whether the user frees it. */
    boolean closesItself();

    @Override
    void close();
}
