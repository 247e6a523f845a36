package dev.mltest.report;

import java.util.Locale;

/** False-alarm rates in words. */
final class Chances {

    private Chances() {}

    /** What a check's own rate means. */
    static String describe(double rate) {
        return "a correct model fails here in at most %s runs: this check's share of the suite"
                .formatted(oneIn(rate));
    }

    /** For example {@code 1 in 1,000}. */
    static String oneIn(double rate) {
        return String.format(Locale.ROOT, "1 in %,.0f", 1 / rate);
    }
}
