package dev.mltest.model;

import java.util.Map;

/**
 * How a process has to be started for a framework to compute in a certain way.
 *
 * @param properties system properties
 * @param environment environment variables
 */
public record JvmSettings(Map<String, String> properties, Map<String, String> environment) {

    /** Keeps its own copies. */
    public JvmSettings {
        properties = Map.copyOf(properties);
        environment = Map.copyOf(environment);
    }

    /** Nothing special. */
    public static JvmSettings none() {
        return new JvmSettings(Map.of(), Map.of());
    }

    /** These system properties. */
    public static JvmSettings ofProperties(Map<String, String> properties) {
        return new JvmSettings(properties, Map.of());
    }

    /** These environment variables. */
    public static JvmSettings ofEnvironment(Map<String, String> environment) {
        return new JvmSettings(Map.of(), environment);
    }
}
