package dev.mltest.dl4j;

import dev.mltest.model.Differentiable;
import dev.mltest.model.NotAvailableException;

import org.deeplearning4j.nn.api.NeuralNetwork;

/** Makes the same network in double precision by way of its configuration's JSON. */
final class DoubleTwin {

    private DoubleTwin() {}

    static Differentiable of(Subject original) {
        return Noise.unnoticed(() -> {
            String name = original.name();
            Network network = Network.of(name, converted(original));
            network.counters(original.network().counters());
            Dl4jTrainable twin = new Dl4jTrainable(new Subject(name, network, Ownership.TWIN));
            twin.subject().noise().restore(original.noise().state());
            return twin;
        });
    }

    private static NeuralNetwork converted(Subject original) {
        try {
            return original.asGiven(Network::doubled);
        } catch (RuntimeException e) {
            throw new NotAvailableException(
                    "DL4J cannot build '%s' in double precision from its configuration: %s"
                            .formatted(original.name(), e));
        }
    }
}
