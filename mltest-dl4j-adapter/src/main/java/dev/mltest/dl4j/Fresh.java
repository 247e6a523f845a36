package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;

import org.deeplearning4j.nn.api.NeuralNetwork;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Remembers which networks a factory has made, by identity. */
final class Fresh {

    private final List<WeakReference<NeuralNetwork>> made = new ArrayList<>();

    /**
     * Takes a network for a model.
     *
     * @throws ConfigurationException if a model has it already
     */
    synchronized <T extends NeuralNetwork> T take(String model, T network) {
        made.removeIf(earlier -> earlier.refersTo(null));
        if (made.stream().anyMatch(earlier -> earlier.refersTo(network))) {
            throw new ConfigurationException(
                    "model '%s': the factory returned one and the same network twice; make it build a new one on every call, for example seed -> new MultiLayerNetwork(configuration(seed))"
                            .formatted(model));
        }
        made.add(new WeakReference<>(network));
        return network;
    }
}
