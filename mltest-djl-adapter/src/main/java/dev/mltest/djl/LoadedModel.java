package dev.mltest.djl;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;

import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;

/** A model of any DJL engine that only predicts. Its outputs are copied to the heap. */
final class LoadedModel implements Predictor {

    private final String name;
    private final Model model;
    private final AutoCloseable owner;

    private LoadedModel(String name, Model model, AutoCloseable owner) {
        this.name = name;
        this.model = model;
        this.owner = owner;
    }

    /**
     * A predictor on this device.
     *
     * @param owner closed with it
     * @throws NotAvailableException if the model is on another device
     */
    static LoadedModel on(Device device, String name, Model model, AutoCloseable owner) {
        requireOn(device, name, model.getNDManager());
        return new LoadedModel(name, model, owner);
    }

    static void requireOn(Device device, String name, NDManager manager) {
        Device actual = Engines.deviceOf(manager.getDevice());
        if (!actual.equals(device)) {
            throw new NotAvailableException(
                    "'%s' was loaded on %s and is not available on %s; load it with Model.newInstance(name, device)"
                            .formatted(name, actual, device));
        }
    }

    @Override
    public Provenance provenance() {
        return Engines.provenance(engine(), model.getNDManager().getDevice());
    }

    private Engine engine() {
        return model.getNDManager().getEngine();
    }

    @Override
    public Scope openScope() {
        return NativeMemory.scope();
    }

    @Override
    public NamedTensors predict(Batch batch) {
        return NativeMemory.freeing(
                () -> EngineSwitches.withoutGraph(engine(), () -> forward(batch)));
    }

    private NamedTensors forward(Batch batch) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList inputs = new Upload(manager, false).inputs(batch);
            NDList outputs =
                    model.getBlock().forward(new ParameterStore(manager, false), inputs, false);
            outputs.attach(manager);
            return Outputs.named("output", outputs, HeapValues::of);
        }
    }

    @Override
    public void close() {
        try {
            owner.close();
            model.close();
        } catch (Exception e) {
            throw new IllegalStateException(name + " cannot be closed", e);
        }
    }

    /** The name given. */
    @Override
    public String toString() {
        return name;
    }
}
