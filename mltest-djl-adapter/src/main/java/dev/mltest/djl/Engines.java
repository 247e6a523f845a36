package dev.mltest.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Provenance;

/** The engine that computes, and its devices. */
final class Engines {

    static final String PYTORCH = "PyTorch";

    private Engines() {}

    /**
     * The engine that trains.
     *
     * @param model the model it is wanted for
     * @throws ConfigurationException if it is not there
     */
    static Engine pytorch(String model) {
        if (!Engine.hasEngine(PYTORCH)) {
            throw new ConfigurationException(
                    "model '%s': DJL's PyTorch engine is not on the class path; add the test dependencies ai.djl.pytorch:pytorch-engine, ai.djl.pytorch:pytorch-jni and ai.djl.pytorch:pytorch-native-cpu (classifier linux-x86_64, osx-aarch64 or win-x86_64)"
                            .formatted(model));
        }
        try {
            return Engine.getEngine(PYTORCH);
        } catch (EngineException e) {
            throw new ConfigurationException(
                    "model '%s': DJL's PyTorch engine does not start: %s; check that ai.djl.pytorch:pytorch-jni and ai.djl.pytorch:pytorch-native-cpu of your system are test dependencies of the versions that belong together"
                            .formatted(model, e.getMessage()),
                    e);
        }
    }

    /**
     * DJL's name for a device.
     *
     * @throws NotAvailableException if the engine does not see it
     */
    static Device device(Engine engine, dev.mltest.model.Device device) {
        if (device.kind() == dev.mltest.model.Device.Kind.CPU) {
            return Device.cpu();
        }
        int seen = engine.getGpuCount();
        if (seen <= device.index()) {
            throw new NotAvailableException(
                    "no %s: the engine %s %s sees %d GPUs; see the GPU section of docs/adapters/djl.md"
                            .formatted(device, engine.getEngineName(), engine.getVersion(), seen));
        }
        return Device.gpu(device.index());
    }

    /** What computes, for reports. */
    static Provenance provenance(Engine engine, Device device) {
        return new Provenance(
                "DJL " + Engine.getDjlVersion(),
                engine.getEngineName() + " " + engine.getVersion(),
                deviceOf(device));
    }

    /** mltest's name for a device. */
    static dev.mltest.model.Device deviceOf(Device device) {
        return device.isGpu()
                ? dev.mltest.model.Device.gpu(device.getDeviceId())
                : dev.mltest.model.Device.cpu();
    }
}
