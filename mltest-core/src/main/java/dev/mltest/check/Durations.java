package dev.mltest.check;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 30s}, {@code 500 ms}, {@code 5m}, {@code PT1M30S}. */
public final class Durations {

    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    private Durations() {}

    /** A duration above zero, or nothing if the text says none. */
    public static Optional<Duration> positive(String text) {
        return parse(text.toLowerCase(Locale.ROOT))
                .filter(duration -> !duration.isNegative() && !duration.isZero());
    }

    private static Optional<Duration> parse(String text) {
        Matcher simple = SIMPLE.matcher(text);
        return simple.matches()
                ? Optional.of(unit(simple.group(2)).multipliedBy(Long.parseLong(simple.group(1))))
                : iso(text);
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
