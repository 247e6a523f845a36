package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a factory has made, by identity. */
final class Fresh {

    private final List<WeakReference<Object>> made = new ArrayList<>();

    /**
     * Takes what was made for a model.
     *
     * @throws ConfigurationException if a model has it already
     */
    synchronized <T> T take(String model, Kind kind, T object) {
        made.removeIf(earlier -> earlier.refersTo(null));
        if (made.stream().anyMatch(earlier -> earlier.refersTo(object))) {
            throw new ConfigurationException(
                    "model '%s': the factory returned one and the same %s twice; make it build a new one on every call, for example %s"
                            .formatted(model, kind.noun(), kind.example()));
        }
        made.add(new WeakReference<>(object));
        return object;
    }
}
