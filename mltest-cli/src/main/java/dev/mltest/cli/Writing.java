package dev.mltest.cli;

import dev.mltest.model.ConfigurationException;

import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Files that cannot be written are the fault of whoever named them. */
final class Writing {

    private Writing() {}

    /**
     * Does something that writes files.
     *
     * @throws ConfigurationException if they cannot be written
     */
    static <T> T files(Supplier<T> action) {
        try {
            return action.get();
        } catch (UncheckedIOException refused) {
            throw new ConfigurationException(
                    "%s (%s); name a place that can be written to"
                            .formatted(refused.getMessage(), refused.getCause()),
                    refused);
        }
    }
}
