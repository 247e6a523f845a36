package dev.mltest.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How a number is written in every message: four significant digits. */
public final class Numbers {

    private static final MathContext DIGITS = new MathContext(4);

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
        if (magnitude == Math.rint(magnitude) && magnitude < 1e6) {
            return Long.toString((long) value);
        }
        return magnitude >= 1e-3 && magnitude < 1e4
                ? new BigDecimal(value).round(DIGITS).toPlainString()
                : String.format(Locale.ROOT, "%.3e", value);
    }
}
