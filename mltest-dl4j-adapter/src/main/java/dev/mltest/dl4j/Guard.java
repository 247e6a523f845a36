package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import java.util.function.Supplier;

/** Says on which batch a model failed. */
final class Guard {

    private Guard() {}

    /**
     * Does something with a batch.
     *
     * @throws ConfigurationException if it fails
     */
    static <T> T running(String model, Batch batch, Supplier<T> work) {
        try {
            return work.get();
        } catch (NotAvailableException | ConfigurationException known) {
            throw known;
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    "model '%s' does not run on a batch of inputs %s and targets %s: %s"
                            .formatted(model, shapes(batch.inputs()), shapes(batch.targets()), e),
                    e);
        }
    }

    private static String shapes(NamedTensors tensors) {
        return tensors.asMap().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().shape())
                .toList()
                .toString();
    }
}
