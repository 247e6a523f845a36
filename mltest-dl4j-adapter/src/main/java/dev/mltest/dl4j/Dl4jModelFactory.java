package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.Predictor;

import org.nd4j.linalg.factory.Nd4j;

import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Makes native models and wraps them. ND4J's generator is seeded before, for what has no seed of
 * its own.
 *
 * @param name of the model
 * @param kind what is made
 * @param natives makes a native model from a seed
 * @param fresh those made so far
 * @param wrapping makes a model of a native one
 */
record Dl4jModelFactory<T>(
        String name,
        Kind kind,
        LongFunction<? extends T> natives,
        Fresh fresh,
        Function<T, Predictor> wrapping)
        implements ModelFactory {

    @Override
    public Predictor create(long seed, Device device) {
        Backend.require(name, device);
        return Noise.unnoticed(() -> {
            Nd4j.getRandom().setSeed(seed);
            return wrapping.apply(fresh.take(name, kind, make(seed)));
        });
    }

    private T make(long seed) {
        T made = natives.apply(seed);
        if (made == null) {
            throw new ConfigurationException(
                    "model '%s': the factory returned null; make it return %s"
                            .formatted(name, kind.type()));
        }
        return made;
    }
}
