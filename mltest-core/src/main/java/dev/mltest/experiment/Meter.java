package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import java.util.function.Supplier;

/** Counts and times the calls that reach a model, and says which call failed on what. */
final class Meter {

    private final String model;
    private Price spent = Price.FREE;
    private long nanos;

    Meter(String model) {
        this.model = model;
    }

    Price spent() {
        return spent;
    }

    double seconds() {
        return nanos * 1e-9;
    }

    <T> T call(String what, Price price, Batch batch, Supplier<T> call) {
        long start = System.nanoTime();
        try {
            return call.get();
        } catch (ConfigurationException | NotAvailableException known) {
            throw known;
        } catch (RuntimeException thrown) {
            throw failure(what, batch, thrown);
        } finally {
            nanos += System.nanoTime() - start;
            spent = spent.plus(price);
        }
    }

    private ConfigurationException failure(String what, Batch batch, RuntimeException thrown) {
        return new ConfigurationException(
                "model '%s' threw in its %s on a batch of inputs %s and targets %s: %s; check that the"
                                .formatted(
                                        model,
                                        what,
                                        shapes(batch.inputs()),
                                        shapes(batch.targets()),
                                        thrown)
                        + " shapes fit the model",
                thrown);
    }

    private static String shapes(NamedTensors tensors) {
        return tensors.asMap().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().shape())
                .toList()
                .toString();
    }
}
