package dev.mltest.cli;

import dev.mltest.check.Durations;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;

/** Values of options as people write them. */
final class Converters {

    private Converters() {}

    /** For example {@code 30s}. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Durations.positive(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no positive duration; write 500ms, 30s or 5m, for example"
                                    .formatted(text)));
        }
    }

    /** For example {@code gpu:1}. */
    static final class Place implements ITypeConverter<Device> {
        @Override
        public Device convert(String text) {
            try {
                return Device.parse(text);
            } catch (ConfigurationException unknown) {
                throw new TypeConversionException(unknown.reason());
            }
        }
    }
}
