package dev.mltest.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Provenance;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.stream.Stream;

/** The engine that computes, and its devices. */
final class Engines {

    static final String PYTORCH = "PyTorch";
    static final String MXNET = "MXNet";

    private static final Map<String, String> ARTIFACTS = Map.of(
            PYTORCH,
            "ai.djl.pytorch:pytorch-engine, ai.djl.pytorch:pytorch-jni and ai.djl.pytorch:pytorch-native-cpu (classifier linux-x86_64, osx-aarch64 or win-x86_64)",
            MXNET,
            "ai.djl.mxnet:mxnet-engine and ai.djl.mxnet:mxnet-native-mkl (classifier linux-x86_64, osx-x86_64 or win-x86_64)");

    private Engines() {}

    /**
     * The engine that trains.
     *
     * @param model the model it is wanted for
     * @param stated its name, unless the choice is left to us
     * @throws ConfigurationException if it is not there or does not train
     */
    static Engine training(String model, @Nullable String stated) {
        String name = stated != null ? stated : preferred();
        if (!ARTIFACTS.containsKey(name)) {
            throw doesNotTrain(model, name);
        }
        if (!Engine.hasEngine(name)) {
            throw new ConfigurationException(
                    "model '%s': DJL's %s engine is not on the class path; add the test dependencies %s"
                            .formatted(model, name, ARTIFACTS.get(name)));
        }
        try {
            return Engine.getEngine(name);
        } catch (EngineException e) {
            throw new ConfigurationException(
                    "model '%s': DJL's %s engine does not start: %s; check that the natives of your system are among the test dependencies %s, all of versions that belong together"
                            .formatted(model, name, e.getMessage(), ARTIFACTS.get(name)),
                    e);
        }
    }

    /** The user's default engine for DJL, else PyTorch, else MXNet. */
    private static String preferred() {
        boolean told = System.getProperty("ai.djl.default_engine") != null
                || Utils.getenv("DJL_DEFAULT_ENGINE") != null;
        return told
                ? Engine.getDefaultEngineName()
                : Stream.of(PYTORCH, MXNET)
                        .filter(Engine::hasEngine)
                        .findFirst()
                        .orElse(PYTORCH);
    }

    /** An engine that computes but does not train, or that nobody knows. */
    static ConfigurationException doesNotTrain(String model, String engine) {
        return new ConfigurationException(
                "model '%s': DJL's engine '%s' does not train models; write .engine(\"PyTorch\") or .engine(\"MXNet\"), or examine a loaded model with Djl.predictor(name, loader)"
                        .formatted(model, engine));
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
