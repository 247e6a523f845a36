package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Predictor;

import org.deeplearning4j.nn.api.layers.IOutputLayer;

/** Wraps networks on the highest rung they can honour. */
final class Wrapping {

    private Wrapping() {}

    /** The network as a model; noise goes on where the thread's generator stands. */
    static Predictor of(String name, Network network, Ownership ownership) {
        if (network.vector().isEmpty()) {
            throw new ConfigurationException(
                    "model '%s': the network has no parameters".formatted(name));
        }
        boolean trains = network.outputs().stream()
                .allMatch(
                        layer -> layer != null && Layers.unwrapped(layer) instanceof IOutputLayer);
        Subject subject = new Subject(name, network, ownership);
        return trains ? new Dl4jTrainable(subject) : new Dl4jPredictor(subject);
    }
}
