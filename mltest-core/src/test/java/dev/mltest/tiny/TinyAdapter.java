package dev.mltest.tiny;

import dev.mltest.model.Device;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;
import dev.mltest.spi.ModelAdapter;

/** Takes up tiny networks. */
final class TinyAdapter implements ModelAdapter {

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
        if (!device.equals(Device.cpu())) {
            throw new NotAvailableException("tiny networks compute on the CPU only");
        }
        return new TinyModel((TinyNet) nativeModel);
    }
}
