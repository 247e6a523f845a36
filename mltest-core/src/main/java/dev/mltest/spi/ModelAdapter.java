package dev.mltest.spi;

import dev.mltest.model.Device;
import dev.mltest.model.Predictor;

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
}
