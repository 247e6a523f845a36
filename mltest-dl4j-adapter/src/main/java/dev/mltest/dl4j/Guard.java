package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Says on which batch a model failed, and lets one thread in at a time. */
final class Guard {

    private final String model;
    private final AtomicReference<@Nullable Thread> inside = new AtomicReference<>();

    Guard(String model) {
        this.model = model;
    }

    /**
     * Does something with a batch.
     *
     * @throws ConfigurationException if it fails, or if another thread is at it
     */
    <T> T running(Batch batch, Supplier<T> work) {
        Thread own = Thread.currentThread();
        Thread other = inside.compareAndExchange(null, own);
        if (other != null && other != own) {
            throw new ConfigurationException(
                    "model '%s' is used by the threads '%s' and '%s' at once; DL4J's networks are not made for that: make one model for each thread"
                            .formatted(model, other.getName(), own.getName()));
        }
        try {
            return work.get();
        } catch (NotAvailableException | ConfigurationException known) {
            throw known;
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    "model '%s' does not run on a batch of inputs %s and targets %s: %s"
                            .formatted(model, shapes(batch.inputs()), shapes(batch.targets()), e),
                    e);
        } finally {
            if (other == null) {
                inside.set(null);
            }
            NativeGarbage.limit();
        }
    }

    private static String shapes(NamedTensors tensors) {
        return tensors.asMap().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().shape())
                .toList()
                .toString();
    }
}
