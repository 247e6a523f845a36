package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.Predictor;

import org.deeplearning4j.nn.api.NeuralNetwork;

import java.util.function.LongFunction;

/**
 * Makes networks and wraps them.
 *
 * @param name of the model
 * @param networks makes a network from a seed
 * @param fresh those made so far
 */
record Dl4jModelFactory(String name, LongFunction<? extends NeuralNetwork> networks, Fresh fresh)
        implements ModelFactory {

    @Override
    public Predictor create(long seed, Device device) {
        Backend.require(name, device);
        return Noise.unnoticed(() -> {
            NeuralNetwork made = fresh.take(name, make(seed));
            return Wrapping.of(name, Network.of(name, made), Ownership.OURS);
        });
    }

    private NeuralNetwork make(long seed) {
        NeuralNetwork made = networks.apply(seed);
        if (made == null) {
            throw new ConfigurationException(
                    "model '%s': the factory returned null; make it return a MultiLayerNetwork or a ComputationGraph"
                            .formatted(name));
        }
        return made;
    }
}
