package dev.mltest.check;

/**
 * One thing that was measured, at one place, against its bound.
 *
 * @param locus where: a parameter path, a layer, an input, a call
 * @param quantity what was measured, for example {@code max |dloss/dw|}
 * @param value the measured value
 * @param allowed which values are fine
 */
public record Measurement(String locus, String quantity, double value, Bound allowed) {

    /** Whether the measured value is fine. */
    public boolean holds() {
        return allowed.allows(value);
    }

    /** How far outside its bound the value is, for putting the worst first. */
    public double excess() {
        return allowed.excess(value);
    }

    /** How close a value that is fine is to its nearest limit, for finding the tightest. */
    public double slack() {
        return allowed.slack(value);
    }
}
