package dev.mltest.check;

import dev.mltest.model.Numbers;

/**
 * Which measured values are fine, and where that limit comes from.
 *
 * @param low smallest value allowed; negative infinity if there is none
 * @param high largest value allowed; positive infinity if there is none
 * @param strict whether the limits themselves are excluded
 * @param source where the limits come from, as a clause: round-off of an element type, a test at a
 *     stated false-alarm rate, a theorem
 */
public record Bound(double low, double high, boolean strict, String source) {

    /** More than {@code low}. */
    public static Bound above(double low, String source) {
        return new Bound(low, Double.POSITIVE_INFINITY, true, source);
    }

    /** {@code low} or more. */
    public static Bound atLeast(double low, String source) {
        return new Bound(low, Double.POSITIVE_INFINITY, false, source);
    }

    /** Less than {@code high}. */
    public static Bound below(double high, String source) {
        return new Bound(Double.NEGATIVE_INFINITY, high, true, source);
    }

    /** {@code high} or less. */
    public static Bound atMost(double high, String source) {
        return new Bound(Double.NEGATIVE_INFINITY, high, false, source);
    }

    /** From {@code low} to {@code high}, limits included. */
    public static Bound between(double low, double high, String source) {
        return new Bound(low, high, false, source);
    }

    /** Any number that is neither infinite nor NaN. */
    public static Bound finite(String source) {
        return between(-Double.MAX_VALUE, Double.MAX_VALUE, source);
    }

    /** Exactly zero: nothing may differ, not by a bit. */
    public static Bound none(String source) {
        return between(0, 0, source);
    }

    /** Whether a value is fine. A NaN never is, nor is any value against a NaN limit. */
    public boolean allows(double value) {
        return strict ? low < value && value < high : low <= value && value <= high;
    }

    /** How far outside a value is, relative to the limit it breaks; 0 if it is fine. */
    public double excess(double value) {
        if (allows(value)) {
            return 0;
        }
        if (!Double.isFinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        double limit = value <= low ? low : high;
        double distance = Math.abs(value - limit);
        return limit == 0 ? distance : distance / Math.abs(limit);
    }

    /** How far inside a value is, relative to the nearer limit; 0 on it. */
    public double slack(double value) {
        return Math.min(distance(value, low), distance(value, high));
    }

    private static double distance(double value, double limit) {
        if (Double.isInfinite(limit)) {
            return Double.POSITIVE_INFINITY;
        }
        double distance = Math.abs(value - limit);
        return limit == 0 ? distance : distance / Math.abs(limit);
    }

    /** For example {@code > 1.000e-12}, {@code in 0.9000..1.100} or {@code = 0}. */
    public String describe() {
        if (low == -Double.MAX_VALUE && high == Double.MAX_VALUE) {
            return "finite";
        }
        if (low == high) {
            return "= " + Numbers.text(low);
        }
        if (Double.isInfinite(high)) {
            return (strict ? "> " : ">= ") + Numbers.text(low);
        }
        if (Double.isInfinite(low)) {
            return (strict ? "< " : "<= ") + Numbers.text(high);
        }
        return "in " + Numbers.text(low) + ".." + Numbers.text(high);
    }
}
