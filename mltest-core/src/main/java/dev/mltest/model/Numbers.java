package dev.mltest.model;

import java.util.Locale;

/** How a number is written in every message: four significant digits. */
public final class Numbers {

    private Numbers() {}

    /** For example {@code 0}, {@code 12}, {@code 0.6931} or {@code 1.000e-12}. */
    public static String text(double value) {
        double magnitude = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (magnitude == Math.rint(magnitude) && magnitude < 1e4) {
            return Long.toString((long) value);
        }
        if (magnitude >= 1e-3 && magnitude < 1e5) {
            int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(magnitude)));
            return String.format(Locale.ROOT, "%." + digits + "f", value);
        }
        return String.format(Locale.ROOT, "%.3e", value);
    }
}
