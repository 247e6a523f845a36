package dev.mltest.junit;

import org.assertj.core.api.WritableAssertionInfo;

/** A message as AssertJ's {@code as(...)} and {@code withFailMessage(...)} want it. */
final class Wording {

    private Wording() {}

    static String of(WritableAssertionInfo info, String text) {
        String overriding = info.overridingErrorMessage();
        String message = overriding == null ? text : overriding;
        return info.hasDescription()
                ? "[%s] %s".formatted(info.descriptionText(), message)
                : message;
    }
}
