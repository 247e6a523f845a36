package dev.mltest.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.Optional;
import java.util.function.Function;

/** What was configured outside the code: system properties, then JUnit's own parameters. */
final class Configuration {

    private final Function<String, Optional<String>> properties;
    private final Function<String, Optional<String>> parameters;

    Configuration(
            Function<String, Optional<String>> properties,
            Function<String, Optional<String>> parameters) {
        this.properties = properties;
        this.parameters = parameters;
    }

    static Configuration of(ExtensionContext context) {
        return new Configuration(Configuration::systemProperty, context::getConfigurationParameter);
    }

    /** For assertions that are made outside an {@link MLTest}. */
    static Configuration ofSystemProperties() {
        return new Configuration(Configuration::systemProperty, name -> Optional.empty());
    }

    <T> Optional<T> get(Setting<T> setting) {
        return override(setting).or(() -> parameter(setting));
    }

    /** Only what was given for this one run, on the command line. */
    <T> Optional<T> override(Setting<T> setting) {
        return properties
                .apply(setting.name())
                .map(value -> setting.read("-D" + setting.name(), value));
    }

    boolean isTrue(Setting<Boolean> setting) {
        return get(setting).orElse(false);
    }

    private <T> Optional<T> parameter(Setting<T> setting) {
        return parameters
                .apply(setting.name())
                .map(value -> setting.read("configuration parameter " + setting.name(), value));
    }

    private static Optional<String> systemProperty(String name) {
        return Optional.ofNullable(System.getProperty(name));
    }
}
