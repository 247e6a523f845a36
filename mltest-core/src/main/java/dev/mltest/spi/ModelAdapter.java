package dev.mltest.spi;

import dev.mltest.model.Device;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;

import java.util.Optional;

/**
 * Wraps the native models of one framework. Found through {@link java.util.ServiceLoader}: an
 * adapter's jar names its implementation in {@code META-INF/services/dev.mltest.spi.ModelAdapter}.
 */
public interface ModelAdapter {

    /** The framework's name, for messages. */
    String framework();

    /** Whether this native object is a model of this framework. */
    boolean claims(Object nativeModel);

    /**
     * Wraps a native object on the highest rung that can be honoured.
     *
     * @throws dev.mltest.model.NotAvailableException if the device is not present
     */
    Predictor adapt(Object nativeModel, Device device);

    /**
     * The values of one of this framework's arrays as they are now: a copy on the heap, or a tensor
     * that reads the array when asked. Nothing of the array moves, and it stays the user's.
     *
     * @return nothing if the object is no array of this framework
     * @throws dev.mltest.model.ConfigurationException if it is, but cannot be read: it is closed,
     *     or of a data type that mltest has not
     */
    default Optional<Tensor> tensor(Object nativeArray) {
        return Optional.empty();
    }
}
