package dev.mltest.model;

/** Makes a freshly initialised model: the same one for the same seed, another one for another. */
@FunctionalInterface
public interface ModelFactory {

    /**
     * A new model.
     *
     * @param seed decides the initial weights and all noise
     * @param device where to compute
     * @throws NotAvailableException if the device is not present
     */
    Predictor create(long seed, Device device);
}
