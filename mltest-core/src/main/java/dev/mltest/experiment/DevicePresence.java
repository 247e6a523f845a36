package dev.mltest.experiment;

import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

/** Whether a model can be put on a device. */
public final class DevicePresence {

    private DevicePresence() {}

    /**
     * Demands that a device is there, by making a model on it.
     *
     * @throws NotAvailableException with a whole sentence, if it is not
     */
    public static void require(ModelUnderTest model, Device device, long seed) {
        if (device.kind() == Device.Kind.CPU) {
            return;
        }
        try {
            model.factory().create(seed, device).close();
        } catch (NotAvailableException missing) {
            throw new NotAvailableException("'%s' cannot be put on %s: %s"
                    .formatted(model.name(), device, missing.getMessage()));
        }
    }
}
