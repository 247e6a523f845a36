package dev.mltest.junit;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;

import java.time.Duration;
import java.util.Optional;

/**
 * The attributes of an annotation, empty where they were left at their defaults.
 *
 * @param annotation the annotation
 * @param test the test it stands on, as messages name it
 */
record Attributes(MLTest annotation, String test) {

    Optional<Long> seed() {
        return read("seed", Setting.SEED, annotation.seed(), -1L);
    }

    Optional<Integer> seeds() {
        return read("seeds", Setting.SEEDS, annotation.seeds(), 0);
    }

    Optional<Device> device() {
        return read("device", Setting.DEVICE, annotation.device(), "");
    }

    Optional<Duration> budget() {
        return read("budget", Setting.BUDGET, annotation.budget(), "");
    }

    private <T> Optional<T> read(
            String attribute, Setting<T> setting, Object value, Object byDefault) {
        if (value.equals(byDefault)) {
            return Optional.empty();
        }
        Optional<T> read = setting.reader().apply(value.toString());
        if (read.isEmpty()) {
            throw refusal(attribute, setting, value);
        }
        return read;
    }

    private ConfigurationException refusal(String attribute, Setting<?> setting, Object value) {
        String quote = value instanceof String ? "\"" : "";
        return new ConfigurationException(
                "@MLTest(%s = %s) on %s: %s needs %s; write @MLTest(%1$s = %s), for example"
                        .formatted(
                                attribute,
                                quote + value + quote,
                                test,
                                attribute,
                                setting.allowed(),
                                quote + setting.example() + quote));
    }
}
