package dev.mltest.djl;

import dev.mltest.model.ConfigurationException;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** Remembers which native objects belong to a model already. */
final class Fresh {

    private static final Set<Object> TAKEN =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Fresh() {}

    /**
     * Takes an object for a model.
     *
     * @throws ConfigurationException with this message if a model has it already
     */
    static <T> T take(T object, String message) {
        if (!TAKEN.add(object)) {
            throw new ConfigurationException(message);
        }
        return object;
    }
}
