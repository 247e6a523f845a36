package dev.mltest.tiny;

import dev.mltest.model.Device;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;
import dev.mltest.spi.ModelAdapter;

/** Lets mltest see Tiny networks. */
public final class TinyAdapter implements ModelAdapter {

    @Override
    public String framework() {
        return "Tiny";
    }

    @Override
    public boolean claims(Object nativeModel) {
        return nativeModel instanceof TinyNet;
    }

    @Override
    public Predictor adapt(Object nativeModel, Device device) {
        if (device.kind() != Device.Kind.CPU) {
            throw new NotAvailableException("Tiny computes on the processor alone");
        }
        return new TinyModel((TinyNet) nativeModel);
    }
}
