package dev.mltest.junit;

import dev.mltest.check.Durations;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that can be configured.
 *
 * @param name of the configuration parameter and the system property
 * @param allowed which values there are, to be read after "but needs"
 * @param example a value that would do
 * @param reader turns text into a value, or into nothing if the text is not allowed
 */
record Setting<T>(
        String name, String allowed, String example, Function<String, Optional<T>> reader) {

    static final Setting<Long> SEED =
            new Setting<>("mltest.seed", "a whole number of 0 or more", "42", Setting::seed);

    static final Setting<Integer> SEEDS =
            new Setting<>("mltest.seeds", "a whole number of 1 or more", "5", Setting::count);

    static final Setting<Integer> CASE =
            new Setting<>("mltest.case", "a whole number of 0 or more", "17", Setting::number);

    static final Setting<Device> DEVICE =
            new Setting<>("mltest.device", "cpu, gpu or gpu:<index>", "gpu:0", Setting::device);

    static final Setting<Boolean> DEVICE_REQUIRED =
            new Setting<>("mltest.device.required", "true or false", "true", Setting::truth);

    static final Setting<Duration> BUDGET = new Setting<>(
            "mltest.budget",
            "a positive duration such as 30s, 5m or PT1M30S",
            "30s",
            Durations::positive);

    static final Setting<Path> EVIDENCE = new Setting<>(
            "mltest.evidence", "a directory", "target/mltest-evidence", Setting::path);

    static final Setting<Path> BASELINE =
            new Setting<>("mltest.baseline", "a file", "mltest-baseline.json", Setting::path);

    static final Setting<Boolean> TABLE =
            new Setting<>("mltest.table", "true or false", "true", Setting::truth);

    static final Setting<Double> FALSE_ALARM_RATE = new Setting<>(
            "mltest.false-alarm-rate", "a number above 0 and below 1", "0.001", Setting::rate);

    static final Setting<Boolean> DIAGNOSIS =
            new Setting<>("mltest.diagnosis", "true or false", "false", Setting::truth);

    static final Setting<Shard> SHARD = new Setting<>(
            "mltest.shard",
            "the number of a part and how many there are, such as 2/3",
            "1/2",
            Shard::parse);

    static final Setting<Boolean> VIOLATIONS_FAIL = new Setting<>(
            "mltest.fail-on",
            "any or never (what is new is known to 'mltest report --fail-on new')",
            "never",
            Setting::violationsFail);

    /**
     * Reads a value.
     *
     * @param place where it stands, as a user would write it, for example {@code -Dmltest.seed}
     */
    T read(String place, String value) {
        return reader.apply(value.strip()).orElseThrow(() -> refusal(place, value));
    }

    private ConfigurationException refusal(String place, String value) {
        return new ConfigurationException("%s is '%s', but needs %s; write %s=%s, for example"
                .formatted(place, value, allowed, name, example));
    }

    private static Optional<Long> seed(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<Integer> count(String text) {
        return text.matches("0*[1-9]\\d{0,8}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Double> rate(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(rate -> rate > 0 && rate < 1);
        } catch (NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Device> device(String text) {
        try {
            return Optional.of(Device.parse(text));
        } catch (ConfigurationException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(String text) {
        return text.matches("true|false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }

    private static Optional<Boolean> violationsFail(String text) {
        return text.matches("any|never") ? Optional.of(text.equals("any")) : Optional.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
