package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;

import dev.mltest.model.Snapshot;

import java.util.ArrayList;
import java.util.List;

/** Parameters, what block and optimiser remember, what is frozen, and where the noise stands. */
final class DjlSnapshot implements Snapshot {

    private final Network network;
    private final NDManager copies;
    private final List<Runnable> actions = new ArrayList<>();
    private final Runnable gradients;
    private final RememberedState state;
    private final long noise;

    DjlSnapshot(Network network) {
        this.network = network;
        copies = network.manager().newSubManager();
        network.weights().all().forEach(this::remember);
        gradients = network.rememberGradients(
                gradient -> NativeMemory.keep(gradient.duplicate(), copies));
        state = new RememberedState(network.holders(), copies);
        noise = network.noisePosition();
        network.resetNoise(noise);
    }

    private void remember(Parameter parameter) {
        NDArray copy = NativeMemory.keep(parameter.getArray().duplicate(), copies);
        boolean trainable = parameter.requiresGradient();
        actions.add(() -> {
            InPlace.write(parameter.getArray(), copy);
            if (parameter.requiresGradient() != trainable) {
                parameter.freeze(!trainable);
            }
        });
    }

    boolean isOf(Network other) {
        return network == other;
    }

    void putBack() {
        NativeMemory.freeing(() -> network.withoutGraph(() -> {
            actions.forEach(Runnable::run);
            state.putBack();
            network.held().update();
            gradients.run();
            network.resetNoise(noise);
            return network;
        }));
    }

    @Override
    public void close() {
        copies.close();
    }
}
