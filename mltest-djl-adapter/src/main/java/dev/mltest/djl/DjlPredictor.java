package dev.mltest.djl;

import dev.mltest.model.Batch;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;

/** A block that can only predict. */
class DjlPredictor implements Predictor {

    private final String name;
    private final Network network;

    DjlPredictor(String name, Network network) {
        this.name = name;
        this.network = network;
    }

    final String name() {
        return name;
    }

    final Network network() {
        return network;
    }

    @Override
    public final Provenance provenance() {
        return Engines.provenance(network.engine(), network.device());
    }

    @Override
    public final Scope openScope() {
        return NativeMemory.scope();
    }

    @Override
    public final NamedTensors predict(Batch batch) {
        return Outputs.named(
                "output",
                NativeMemory.handingOut(
                        () -> network.withoutGraph(() -> Outputs.copies(network.predict(batch)))),
                DjlTensor::new);
    }

    @Override
    public final JvmSettings threads(int count) {
        return network.switches().threads(count);
    }

    @Override
    public void close() {
        network.close();
    }

    /** The name given. */
    @Override
    public final String toString() {
        return name;
    }
}
