package dev.mltest.reporting.gate;

import dev.mltest.model.ConfigurationException;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which violations fail a run. */
public enum Policy {

    /** Every violation that is not frozen. */
    ANY,

    /** Those that the last run of the baseline branch did not have, and that are not frozen. */
    NEW,

    /** None: violations are warnings. */
    NEVER;

    /**
     * As it is written on a command line.
     *
     * @throws ConfigurationException if there is none of that name
     */
    public static Policy parse(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("'%s' is no policy; write %s"
                        .formatted(
                                text,
                                Arrays.stream(values())
                                        .map(Policy::text)
                                        .collect(Collectors.joining(" or ")))));
    }

    /** As it is written on a command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
