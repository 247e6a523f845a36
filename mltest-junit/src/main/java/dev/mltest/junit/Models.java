package dev.mltest.junit;

import dev.mltest.experiment.DevicePresence;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;

import org.opentest4j.TestAbortedException;

/** Makes models for tests. */
final class Models {

    private Models() {}

    /** A new model; aborts the test if it cannot be had here. */
    static Predictor make(ModelUnderTest model, long seed, Device device) {
        try {
            return model.factory().create(seed, device);
        } catch (ConfigurationException known) {
            throw known;
        } catch (NotAvailableException missing) {
            throw new TestAbortedException(
                    "'%s' cannot be made: %s".formatted(model.name(), missing.getMessage()));
        } catch (RuntimeException thrown) {
            throw new ConfigurationException(
                    "the factory of model '%s' threw for seed %d on %s: %s; make it build a new model on every call"
                            .formatted(model.name(), seed, device, thrown),
                    thrown);
        }
    }

    /** The model as what the test asks for; aborts the test if it is less. */
    static <P extends Predictor> P onRung(Class<P> rung, ModelUnderTest model, Predictor made) {
        if (!rung.isInstance(made)) {
            throw new TestAbortedException("'%s' is no %s here: it has no %s"
                    .formatted(model.name(), rung.getSimpleName(), lack(made)));
        }
        return rung.cast(made);
    }

    /**
     * Demands that a device is there, by making a model on it.
     *
     * @throws ConfigurationException if it is required but not there
     * @throws TestAbortedException if it is not there
     */
    static void requireDevice(ModelUnderTest model, Device device, long seed, boolean required) {
        try {
            DevicePresence.require(model, device, seed);
        } catch (NotAvailableException missing) {
            throw noDevice(String.valueOf(missing.getMessage()), required);
        }
    }

    private static RuntimeException noDevice(String what, boolean required) {
        return required
                ? new ConfigurationException(what
                        + "; run where the device is, or set %s=false to have such tests aborted"
                                .formatted(Setting.DEVICE_REQUIRED.name()))
                : new TestAbortedException(what);
    }

    private static String lack(Predictor made) {
        return made instanceof Differentiable ? "optimizer" : "loss and no gradients";
    }
}
